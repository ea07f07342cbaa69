import type { Finding } from '../base/index.ts';
import { alignColumns, type Terminal } from './terminal.ts';

/** Prints findings as rows of field, expected, found and place, the message where a row cannot say it. */
export function printFindings(terminal: Terminal, findings: readonly Finding[]): void {
  const rows = findings.map((finding) => [
    `  ${finding.severity === 'warning' ? terminal.mark('warning') : ''}${finding.severity === 'warning' ? ' ' : ''}${finding.field ?? finding.ruleId}`,
    finding.expected === null ? '' : `${terminal.quietly('expected')}  ${finding.expected}`,
    finding.found === null ? '' : `${terminal.quietly('found')}  ${terminal.caution(finding.found)}`,
    describePlace(finding),
    finding.expected === null && finding.found === null ? finding.message : '',
  ]);
  for (const line of alignColumns(rows)) terminal.insist(line);
}

/** The finding's page and the top left corner of its box. */
function describePlace(finding: Finding): string {
  if (finding.page === null) return '';
  if (finding.box === null) return `page ${finding.page}`;
  return `page ${finding.page}, ${Math.round(finding.box.x)} × ${Math.round(finding.box.y)} pt`;
}
