import { judgeHybrids } from '../judges/mustang.ts';
import { findXmlBreaches, RULE_SETS } from '../judges/phive.ts';
import { findSyntaxErrors } from '../judges/qpdf.ts';
import { judgeConformance, type Verdict } from '../judges/verapdf.ts';
import type { Made } from './make-documents.ts';
import { findUnequalMetadata } from './metadata.ts';

/** What one judge says of all documents that are its affair. */
export interface Judgement {
  readonly judge: string;
  readonly profile: string;
  readonly files: number;
  /** What it asked, in words. */
  readonly asked: string;
  readonly breaches: readonly string[];
  /** Warnings that are understood, which `docs/conformance.md` explains, by rule. */
  readonly warnings: ReadonlyMap<string, number>;
}

/** Java machines keep what they have read, so they get files in portions. */
const PORTION = 250;
const HYBRID_PORTION = 25;

type Tell = (line: string) => void;

/** PDF/A-3a and PDF/UA-1, by veraPDF. */
export async function judgePdfs(made: readonly Made[], tell: Tell): Promise<Judgement[]> {
  const verdicts: Verdict[] = [];
  for (const portion of toPortions(made, PORTION)) {
    verdicts.push(...(await judgeConformance(portion.map(({ file }) => file))));
    tell(`veraPDF: ${verdicts.length / 2} of ${made.length}`);
  }
  return (['3a', 'ua1'] as const).map((flavour) => {
    const own = verdicts.filter((verdict) => verdict.flavour === flavour);
    const rules = Math.max(...own.map((verdict) => verdict.rules));
    const checks = own.reduce((sum, verdict) => sum + verdict.checks, 0);
    return {
      judge: 'veraPDF 1.28.2',
      profile: flavour === '3a' ? 'PDF/A-3a' : 'PDF/UA-1',
      files: own.length,
      asked: `${rules} rules, ${checks.toLocaleString('en-US')} checks`,
      breaches: own.filter(({ passed }) => !passed).map(({ file, broken }) => `${file}: ${broken.join(', ')}`),
      warnings: new Map(),
    };
  });
}

/** Syntax by qpdf, and that Info and XMP say the same, by poppler, libxml2 and pdf.js. */
export async function judgeSyntax(made: readonly Made[], tell: Tell): Promise<Judgement[]> {
  const syntax: string[] = [];
  const metadata: string[] = [];
  for (const [index, { file }] of made.entries()) {
    const errors = await findSyntaxErrors(file);
    if (errors !== '') syntax.push(`${file}: ${errors.trim()}`);
    metadata.push(...(await findUnequalMetadata(file)));
    if (index % 200 === 199) tell(`syntax and metadata: ${index + 1} of ${made.length}`);
  }
  const files = made.length;
  return [
    { judge: 'qpdf', profile: 'syntax', files, asked: '`--check`', breaches: syntax, warnings: new Map() },
    {
      judge: 'poppler, libxml2, pdf.js',
      profile: 'XMP',
      files,
      asked: 'well-formed, equal to Info in 7 properties',
      breaches: metadata,
      warnings: new Map(),
    },
  ];
}

/** NO-R-002 asks for Foretaksregisteret, in which a sole trader or association is not entered. */
const KNOWN_WARNING = /^\S+: warn (NO-R-002) /;

/** The e-invoices alone, by phive. */
export async function judgeXml(made: readonly Made[]): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const [rules, id] of Object.entries(RULE_SETS)) {
    const files = made.flatMap(({ xml }) => (xml?.rules === rules ? [xml] : []));
    const said = await findXmlBreaches(files);
    judgements.push({
      judge: 'phive 12',
      profile: id,
      files: files.length,
      asked: 'schema and every Schematron layer',
      breaches: said.filter((line) => !KNOWN_WARNING.test(line)),
      warnings: countBy(said.flatMap((line) => KNOWN_WARNING.exec(line)?.[1] ?? [])),
    });
  }
  return judgements;
}

/**
 * R008 minds an empty element, which the CII schema demands where nothing is known of the delivery. Mustang also works VAT
 * out anew from each rate's sum, where ours is what the lines include; EN 16931 lets them differ by less than one.
 */
const KNOWN_HYBRID_WARNING = /PEPPOL-EN16931-R008|Arithmetical issue:Payable total/;

/** PDF and XML together, by Mustang. */
export async function judgeFacturX(made: readonly Made[], tell: Tell): Promise<Judgement> {
  const hybrids = made.filter(({ xml }) => xml?.rules === 'cii');
  const breaches: string[] = [];
  const known: string[] = [];
  let judged = 0;
  for (const portion of toPortions(hybrids, HYBRID_PORTION)) {
    for (const { file, errors, warnings } of await judgeHybrids(portion.map((each) => each.file))) {
      breaches.push(...errors.map((error) => `${file}: ${error}`));
      for (const warning of warnings) {
        const rule = KNOWN_HYBRID_WARNING.exec(warning)?.[0];
        if (rule === undefined) breaches.push(`${file}: ${warning}`);
        else known.push(rule);
      }
    }
    judged += portion.length;
    tell(`Mustang: ${judged} of ${hybrids.length}`);
  }
  return {
    judge: 'Mustang 2.26.0',
    profile: 'Factur-X 1.0, EN 16931',
    files: hybrids.length,
    asked: 'PDF/A-3, XMP, schema, Schematron, arithmetic',
    breaches,
    warnings: countBy(known),
  };
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function* toPortions<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
