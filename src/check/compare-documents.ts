import type { Channel, Finding } from '../base/index.ts';
import type { ReadDocument, ReadLink, StructureNode, TextRun } from '../readback/index.ts';
import { type Discovery, discover } from './rule.ts';

/** What two documents that should be one may differ in. Ids are as stable as those of the rules. */
export const REPEATED_PROOF: Readonly<
  Record<'maker' | 'text' | 'structure' | 'data' | 'picture' | 'objects' | 'bytes', RepeatedRule>
> = {
  maker: {
    ruleId: 'rendered-otherwise',
    channel: 'visual',
    severity: 'error',
    why: 'A document that names another template or language than it is to be rendered again by cannot be proven pixel by pixel; a warning where no template was named.',
  },
  text: {
    ruleId: 'rendered-text-differs',
    channel: 'visual',
    severity: 'error',
    why: 'Rendered again from the session, a document of ours has the same words at the same places, so any others were put there later.',
  },
  structure: {
    ruleId: 'rendered-structure-differs',
    channel: 'structure',
    severity: 'error',
    why: 'What is heard and copied was changed after the document was made.',
  },
  data: {
    ruleId: 'rendered-data-differs',
    channel: 'metadata',
    severity: 'error',
    why: 'What the file says of itself, or carries along, was changed after the document was made.',
  },
  picture: {
    ruleId: 'rendered-picture-differs',
    channel: 'visual',
    severity: 'error',
    why: 'A pixel that is another than in the document as rendered again was painted by somebody else.',
  },
  objects: {
    ruleId: 'rendered-objects-differ',
    channel: 'bytes',
    severity: 'error',
    why: 'A part that no page of this reader shows, such as a record of a file, a note in a font or a colour profile, may be what another program shows; saving a file again does not change it.',
  },
  bytes: {
    ruleId: 'rendered-bytes-differ',
    channel: 'bytes',
    severity: 'warning',
    why: 'The file was saved again by another program; its pages, structure and data are those of the document as rendered again.',
  },
};

interface RepeatedRule {
  readonly ruleId: string;
  readonly channel: Channel;
  readonly severity: Finding['severity'];
  readonly why: string;
}

/**
 * Holds a file, which was drawn against the other when it was read, against the document as its session gives it today:
 * text by text, then the structure, then the data, then the pictures, then object by object. Only for files whose bytes differ.
 */
export function compareDocuments(found: ReadDocument, expected: ReadDocument): Finding[] {
  const findings = [
    ...toFindings('text', compareText(found, expected)),
    ...toFindings('structure', compareLines(describeStructure(found), describeStructure(expected), 'the structure')),
    ...toFindings('data', compareLines(describeData(found), describeData(expected), 'the data of the file')),
    ...toFindings('picture', listPictures(found)),
    ...toFindings('objects', listObjects(found)),
  ];
  if (findings.length > 0) return findings;
  const saying = { found: 'other bytes', where: 'the file', expected: 'those of the document as rendered again' };
  return toFindings('bytes', [discover({ saying })]);
}

function toFindings(which: keyof typeof REPEATED_PROOF, discoveries: readonly Discovery[]): Finding[] {
  const { ruleId, channel, severity } = REPEATED_PROOF[which];
  return discoveries.map((discovery) => ({ ruleId, channel, severity, ...discovery }));
}

/** The document says itself that it was made otherwise than it is to be rendered again. */
export function toOtherMaker(found: string, expected: string, isTemplateNamed: boolean): Finding {
  const { ruleId, channel, severity } = REPEATED_PROOF.maker;
  const saying = { where: 'what the document says of its making' };
  const discovery = discover({ found, expected, saying });
  return { ruleId, channel, ...discovery, severity: isTemplateNamed ? severity : 'warning' };
}

/** Where two ways of writing the same number may differ, in points. */
const SLACK = 0.02;

/** The first text of each page that is another or elsewhere. */
function compareText(found: ReadDocument, expected: ReadDocument): Discovery[] {
  const count = Math.max(found.pages.length, expected.pages.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [own, other] = [found.pages[index]?.runs ?? [], expected.pages[index]?.runs ?? []];
    const length = Math.max(own.length, other.length);
    for (let i = 0; i < length; i += 1) {
      const [run, wanted] = [own[i], other[i]];
      if (run !== undefined && wanted !== undefined && isSame(run, wanted)) continue;
      const at = run ?? (wanted === undefined ? null : { page: wanted.page, box: wanted.box });
      const moved = run !== undefined && wanted !== undefined && run.text === wanted.text;
      const saying = moved ? { found: `place of "${run.text}"`, expected: 'it where it is rendered again' } : {};
      const field = run?.fact ?? wanted?.fact ?? null;
      return [discover({ field, found: run?.text ?? null, expected: wanted?.text ?? null, at, saying })];
    }
    return [];
  });
}

function isSame(a: TextRun, b: TextRun): boolean {
  return (
    a.text === b.text &&
    a.fact === b.fact &&
    a.artifact === b.artifact &&
    a.angle === b.angle &&
    Math.abs(a.box.x - b.box.x) < SLACK &&
    Math.abs(a.baseline - b.baseline) < SLACK &&
    Math.abs(a.box.width - b.box.width) < SLACK &&
    Math.abs(a.fontSize - b.fontSize) < SLACK
  );
}

/** The first line that is another. */
function compareLines(found: readonly string[], expected: readonly string[], where: string): Discovery[] {
  for (let i = 0; i < Math.max(found.length, expected.length); i += 1) {
    const [line = null, wanted = null] = [found[i], expected[i]];
    if (line !== wanted) return [discover({ found: line, expected: wanted, saying: { where } })];
  }
  return [];
}

/** Elements in their order with what they say; content by its text, for its numbers change when a file is saved again. */
function describeStructure({ structure, pages }: ReadDocument): string[] {
  const texts = new Map<string, string>();
  for (const run of pages.flatMap((page) => page.runs)) {
    if (run.contentId !== null) texts.set(run.contentId, (texts.get(run.contentId) ?? '') + run.text);
  }
  const lines: string[] = [];
  const walk = ({ children, kind: _, ...node }: StructureNode, depth: number) => {
    lines.push(`${' '.repeat(depth)}${Object.values(node).map(String).join('|')}`);
    for (const child of children) {
      if (child.kind === 'element') walk(child, depth + 1);
      else lines.push(`${' '.repeat(depth + 1)}${child.kind}: ${texts.get(child.id) ?? ''}`);
    }
  };
  if (structure.root !== null) walk(structure.root, 0);
  return [...lines, ...(structure.fault === null ? [] : [structure.fault])];
}

/** What a program that saves a file again may say of itself. */
const SAVED_BY = new Set([
  'Producer',
  'ModDate',
  'PDFFormatVersion',
  'pdf:producer',
  'xmp:modifydate',
  'xmp:metadatadate',
]);

function describeData({ metadata, pages }: ReadDocument): string[] {
  const { info, xmp, language, tagged, attachments, scripts, forms } = metadata;
  const entries = [...Object.entries(info), ...Object.entries(xmp)].filter(([key]) => !SAVED_BY.has(key));
  return [
    ...entries.map(([key, value]) => `${key}: ${value}`).toSorted(),
    `${language} ${tagged} ${scripts} ${forms}`,
    ...pages.map(({ width, height, rotation, annotations }) => [width, height, rotation, ...annotations].join(' ')),
    ...pages.flatMap(({ number, links = [] }) => links.map((link) => `link on page ${number}: ${describeLink(link)}`)),
    ...attachments.map(({ name, content }) => `${name}: ${Buffer.from(content).toString('base64')}`),
  ];
}

function describeLink({ target, contents, box }: ReadLink): string {
  return [target, JSON.stringify(contents), box.x, box.y, box.width, box.height].join(' ');
}

function listPictures({ pictures = [] }: ReadDocument): Discovery[] {
  return pictures.map(({ page, pixels, box }) => {
    const found = pixels === null ? 'a page of another size' : `${pixels} other pixels`;
    return discover({ found, at: { page, box }, saying: { found, where: 'the drawn page', expected: 'none' } });
  });
}

function listObjects({ objectDifferences = [] }: ReadDocument): Discovery[] {
  return objectDifferences.map(({ found, expected }) =>
    discover({ found, expected, saying: { where: 'the objects of the file', expected: expected ?? 'no such object' } }),
  );
}
