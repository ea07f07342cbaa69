import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool, VERAPDF_JAR } from './tools.ts';

/** PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), as veraPDF names them. */
export type Flavour = '3a' | 'ua1';
const FLAVOURS: readonly Flavour[] = ['3a', 'ua1'];

/** What veraPDF says of one file under one flavour. */
export interface Verdict {
  readonly file: string;
  readonly flavour: Flavour;
  readonly passed: boolean;
  /** Clauses broken, such as `6.6.4-2`; empty if it passed, `not judged` if veraPDF was silent. */
  readonly broken: readonly string[];
}

/**
 * Judges files under both flavours, each flavour in one Java machine of its own. veraPDF skips what it cannot open and
 * exits 0 all the same, so a file counts as passed only where a line says so in words.
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
    const options = ['--flavour', flavour, '--format', 'text', '-v'];
    const { stdout } = await runTool('java', [...java, 'org.verapdf.apps.GreenfieldCliWrapper', ...options, ...files]);
    const said = parseReport(stdout);
    return files.map((file) => ({ file, flavour, ...(said.get(file) ?? { passed: false, broken: ['not judged'] }) }));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Lines `PASS file flavour` or `FAIL file flavour`, the latter followed by an indented line for each broken clause. */
function parseReport(report: string): Map<string, { passed: boolean; broken: string[] }> {
  const verdicts = new Map<string, { passed: boolean; broken: string[] }>();
  let current: { passed: boolean; broken: string[] } | undefined;
  for (const line of report.split('\n')) {
    const verdict = /^(PASS|FAIL) (.+) (?:3a|ua1)$/.exec(line);
    const clause = /^\s+FAIL (\S+)/.exec(line);
    if (verdict !== null) {
      current = { passed: verdict[1] === 'PASS', broken: [] };
      verdicts.set(verdict[2] ?? '', current);
    } else if (clause !== null) {
      current?.broken.push(clause[1] ?? '');
    }
  }
  return verdicts;
}
