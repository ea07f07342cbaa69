import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool, VERAPDF_JAR } from './tools.ts';

/** PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), as veraPDF names them. */
export type Flavour = '3a' | 'ua1';
const FLAVOURS: readonly Flavour[] = ['3a', 'ua1'];

/** The profile that each flavour must have been judged by; a report that names another is none. */
const PROFILES: Readonly<Record<Flavour, string>> = {
  '3a': 'PDF/A-3A validation profile',
  ua1: 'PDF/UA-1 validation profile',
};

/** What veraPDF says of one file under one flavour. */
export interface Verdict {
  readonly file: string;
  readonly flavour: Flavour;
  readonly passed: boolean;
  /** Clauses broken, such as `6.6.4-2`; empty if it passed, `not judged` if veraPDF was silent. */
  readonly broken: readonly string[];
  /** Rules of the profile that the file kept, and how often they were asked of its objects. */
  readonly rules: number;
  readonly checks: number;
}

/**
 * Judges files under both flavours, each flavour in one Java machine of its own. veraPDF skips what it cannot open and
 * exits 0 all the same, so a file counts as passed only where its report says so in words.
 */
export async function judgeConformance(files: readonly string[]): Promise<Verdict[]> {
  const verdicts = await Promise.all(FLAVOURS.map((flavour) => judgeFlavour(flavour, files)));
  return verdicts.flat();
}

/** The verdicts that are not a pass, a line each; empty is what a test wants. */
export async function findBreaches(files: readonly string[]): Promise<string[]> {
  const verdicts = await judgeConformance(files);
  return verdicts
    .filter(({ passed }) => !passed)
    .map(({ file, flavour, broken }) => `${file} ${flavour}: ${broken.join(', ')}`);
}

async function judgeFlavour(flavour: Flavour, files: readonly string[]): Promise<Verdict[]> {
  // First starts write their settings into the home folder and break each other's there.
  const home = await mkdtemp(join(tmpdir(), 'verapdf-'));
  try {
    const java = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx1g', `-Duser.home=${home}`, '-cp', VERAPDF_JAR];
    const options = ['--flavour', flavour, '--format', 'xml', '--maxfailuresdisplayed', '1'];
    const { stdout } = await runTool('java', [...java, 'org.verapdf.apps.GreenfieldCliWrapper', ...options, ...files]);
    const said = parseReport(stdout, flavour);
    return files.map((file) => said.get(file) ?? { file, flavour, ...SILENT });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

const SILENT = { passed: false, broken: ['not judged'], rules: 0, checks: 0 } as const;

/** A job for each file, with a report where it could be judged: its profile, counts, and the rules that are broken. */
function parseReport(report: string, flavour: Flavour): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const [, job = ''] of report.matchAll(/<job>([\s\S]*?)<\/job>/g)) {
    const file = unescapeXml(/<name>([\s\S]*?)<\/name>/.exec(job)?.[1] ?? '');
    const head = /<validationReport ([^>]*)>/.exec(job)?.[1] ?? '';
    if (!head.includes(`profileName="${PROFILES[flavour]}"`)) continue;
    const counts = /<details passedRules="(\d+)" failedRules="(\d+)" passedChecks="(\d+)" failedChecks="(\d+)"/.exec(
      job,
    );
    const [rules = 0, failedRules, checks = 0, failedChecks] = (counts?.slice(1) ?? []).map(Number);
    const broken = [...job.matchAll(/<rule [^>]*clause="([^"]*)" testNumber="(\d+)" status="failed"/g)];
    const passed = head.includes('isCompliant="true"') && failedRules === 0 && failedChecks === 0;
    verdicts.set(file, {
      file,
      flavour,
      passed,
      broken: broken.map(([, clause, test]) => `${clause}-${test}`),
      rules,
      checks,
    });
  }
  return verdicts;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
