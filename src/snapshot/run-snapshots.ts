import { Fault, type Finding } from '../base/index.ts';
import { identifyTemplate } from '../engine-identity.ts';
import {
  comparePictures,
  createRasterizer,
  decodePng,
  encodePng,
  type Picture,
  type Rasterizer,
} from '../raster/index.ts';
import { createReader } from '../readback/index.ts';
import { loadTemplate } from '../template/index.ts';
import { ApprovedSnapshots } from './approved.ts';
import { type CaseSelection, hasPicture, listCases, nameCase, type SnapshotCase } from './cases.ts';
import { compareSnapshots } from './compare/compare-snapshots.ts';
import type { Difference } from './compare/difference.ts';
import { snapshotFaults } from './faults.ts';
import { loadFixtures } from './fixtures.ts';
import { type MadeCase, makeCase } from './make-case.ts';
import type { Snapshot } from './snapshot.ts';

/** What came of one case. `new`: nothing is approved yet; `wrong`: the document does not match its session. */
export interface CaseResult {
  readonly name: string;
  readonly title: string;
  readonly outcome: 'same' | 'different' | 'new' | 'gone' | 'wrong' | 'fault';
  readonly differences: readonly Difference[];
  /** Pixels of the first page that differ from the approved picture; null where none is kept. */
  readonly differingPixels: number | null;
  readonly findings: readonly Finding[];
  readonly fault: Fault | null;
  /** For reports; null where there is none. */
  readonly approved: Snapshot | null;
  readonly made: Snapshot | null;
}

/** What came of one template. */
export interface TemplateResult {
  readonly template: string;
  readonly version: string;
  readonly directory: string;
  /** What stands against the template as a whole: TEMPLATE_VERSION_UNCHANGED, or that it cannot be loaded. */
  readonly fault: Fault | null;
  /** The content is not the one that was approved, though its version is another. */
  readonly isUnrecorded: boolean;
  readonly cases: readonly CaseResult[];
  /** Whether anything differs from what is approved. */
  readonly differs: boolean;
}

export interface SnapshotOptions extends CaseSelection {
  /** Name or folder. */
  readonly template: string;
  readonly brand?: string | undefined;
  /** Approves what was rendered, where it is proven. */
  readonly update?: boolean | undefined;
  /** Lets content change without a new version: the version has not gone out yet. */
  readonly unreleased?: boolean | undefined;
  /** With `update`: whether the template's version and content are recorded as approved too. Default true. */
  readonly record?: boolean | undefined;
  /** Hears of each case as it is done. */
  readonly onCase?: ((result: CaseResult) => void) | undefined;
}

/** Pixels of a page at 72 dpi that may differ: the text is compared exactly, the picture watches over paint and fonts. */
const PICTURE_TOLERANCE = 20;

/** Renders every case of a template, holds it against the approved snapshot, and approves it if asked to. */
export async function runSnapshots(options: SnapshotOptions): Promise<TemplateResult> {
  const template = loadTemplate(options.template);
  const approved = new ApprovedSnapshots(template.directory);
  const content = identifyTemplate(template.directory);
  const record = approved.readTemplate();
  const isChanged = record !== null && record.content !== content;
  const isSilent = isChanged && record.version === template.version && options.unreleased !== true;
  const about = { template: template.name, version: template.version, directory: template.directory };
  if (isSilent) {
    const message = `Unexpected changes in template ${template.name} ${template.version}, expected another version: ${record.version} was approved with other content`;
    const fault = snapshotFaults.TEMPLATE_VERSION_UNCHANGED({ message, path: 'template.json: version' });
    if (options.update === true) {
      return { ...about, fault, isUnrecorded: false, cases: [], differs: true };
    }
    const cases = await runCases(options, approved);
    return { ...about, fault, isUnrecorded: false, cases, differs: true };
  }
  const cases = await runCases(options, approved);
  const isSound = cases.every(({ outcome }) => outcome !== 'wrong' && outcome !== 'fault');
  if (options.update === true && options.record !== false && isSound)
    approved.writeTemplate({ version: template.version, content });
  const isUnrecorded = options.update !== true && record?.content !== content;
  const differs = isUnrecorded || cases.some(({ outcome }) => outcome !== 'same');
  return { ...about, fault: null, isUnrecorded, cases, differs };
}

async function runCases(options: SnapshotOptions, approved: ApprovedSnapshots): Promise<readonly CaseResult[]> {
  const rasterizer = await createRasterizer();
  const reader = createReader();
  const start = (one: SnapshotCase | { readonly name: string }): Promise<CaseResult> =>
    'fixture' in one ? runCase(options, one, approved, { rasterizer, reader }) : Promise.resolve(toGone(one.name));
  const results: CaseResult[] = [];
  try {
    let underWay: Promise<CaseResult> | null = null;
    for (const one of [...selectCases(options, approved), null]) {
      // One is rendered while the one before is read back in the reader's thread.
      const next: Promise<CaseResult> | null = one === null ? null : start(one);
      next?.catch(() => undefined);
      if (underWay !== null) {
        const result = await underWay;
        results.push(result);
        options.onCase?.(result);
      }
      underWay = next;
    }
  } finally {
    await reader.close();
    rasterizer.close();
  }
  return results;
}

/** The cases asked for; unless some are named, also everything that was approved beyond them. */
function selectCases(
  { fixtures, locales }: SnapshotOptions,
  approved: ApprovedSnapshots,
): readonly (SnapshotCase | { readonly name: string })[] {
  const cases = listCases({ fixtures, locales });
  if (fixtures !== undefined || locales !== undefined) return cases;
  const names = new Set(cases.map((one) => nameCase(one.fixture.name, one.locale)));
  const known = new Map(loadFixtures().map((fixture) => [fixture.name, fixture]));
  const others = approved.list().filter((name) => !names.has(name));
  return [
    ...cases,
    ...others.map((name) => {
      const at = name.lastIndexOf('.');
      const fixture = known.get(name.slice(0, at));
      return fixture === undefined ? { name } : { fixture, locale: name.slice(at + 1) };
    }),
  ];
}

interface Tools {
  readonly rasterizer: Rasterizer;
  readonly reader: ReturnType<typeof createReader>;
}

async function runCase(
  options: SnapshotOptions,
  one: SnapshotCase,
  approved: ApprovedSnapshots,
  { rasterizer, reader }: Tools,
): Promise<CaseResult> {
  const name = nameCase(one.fixture.name, one.locale);
  const before = { ...NOTHING, name, title: `${one.fixture.title}, ${one.locale}` };
  try {
    const old = approved.read(name);
    const made = await makeCase(options, one, reader);
    const picture = hasPicture(name) ? await drawFirstPage(rasterizer, made.rendered.pdf) : null;
    const seen = { ...before, approved: old, made: made.snapshot };
    const errors = made.report.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { ...seen, outcome: 'wrong', findings: errors };
    if (options.update === true) {
      approve(approved, name, made, picture);
      return { ...seen, outcome: 'same' };
    }
    if (old === null) return { ...seen, outcome: 'new' };
    const differences = compareSnapshots(old, made.snapshot);
    const differingPixels = picture === null ? null : countPixels(approved.readPicture(name), picture);
    const isSame = differences.length === 0 && (differingPixels ?? 0) <= PICTURE_TOLERANCE;
    return { ...seen, outcome: isSame ? 'same' : 'different', differences, differingPixels };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...before, outcome: 'fault', fault: error };
  }
}

const NOTHING = {
  differences: [],
  differingPixels: null,
  findings: [],
  fault: null,
  approved: null,
  made: null,
} as const;

/** Writes what was made as the approved snapshot of a case, and its picture where one is kept. */
function approve(approved: ApprovedSnapshots, name: string, made: MadeCase, picture: Picture | null): void {
  approved.write(name, made.snapshot);
  if (picture === null) return;
  // The same picture by the stated threshold is left alone, so that version control is too.
  if (countPixels(approved.readPicture(name), picture) > 0) approved.writePicture(name, encodePng(picture));
}

/** The first page at 72 dpi. */
async function drawFirstPage(rasterizer: Rasterizer, pdf: Uint8Array): Promise<Picture> {
  const document = await rasterizer.open(pdf);
  try {
    return await document.draw(1, 1);
  } finally {
    document.close();
  }
}

function countPixels(approved: Uint8Array | null, picture: Picture): number {
  if (approved === null) return picture.width * picture.height;
  return comparePictures(decodePng(approved), picture).pixels;
}

function toGone(name: string): CaseResult {
  return { ...NOTHING, name, title: name, outcome: 'gone' };
}
