import { type Finding, type Report, toReport, type Voices } from '../base/index.ts';
import { createReader, type ReadDocument, type Reader, type ReadPage } from '../readback/index.ts';
import { CLAIM_FIELDS, type Claim, type ClaimField, findClaims, readValue, sameValue } from './claims/index.ts';
import { type PrintedFact, toPrintedFacts } from './printed-fact.ts';
import { type Discovery, discover } from './rule.ts';

/** What a witness may be found to say. Ids are as stable as those of the rules. */
export const WITNESS: Readonly<Record<'differs' | 'silent' | 'mute' | 'unreadable', WitnessRule>> = {
  differs: {
    ruleId: 'witness-differs',
    severity: 'error',
    why: 'Kravia’s own document of an invoice asks for another number, reference, account, day or sum than ours does.',
  },
  silent: {
    ruleId: 'witness-silent',
    severity: 'warning',
    why: 'The witness says nothing of this field that could be found, so ours is not confirmed by it.',
  },
  mute: {
    ruleId: 'witness-mute',
    severity: 'error',
    why: 'Nothing that the witness says could be held against ours: it is a picture, or the document of something else.',
  },
  unreadable: {
    ruleId: 'witness-unreadable',
    severity: 'error',
    why: 'A file that cannot be read bears witness to nothing.',
  },
};

interface WitnessRule {
  readonly ruleId: string;
  readonly severity: Finding['severity'];
  readonly why: string;
}

export interface WitnessOptions {
  /** Reads the files; without one a reader is made for them alone. */
  readonly reader?: Reader;
  readonly signal?: AbortSignal;
  /** Longest time that reading one of them may take. Default 30 s: one of the two is ours, and may be long. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 30_000;

/**
 * Holds a document of ours against another of the same invoice, Kravia's own: number, payment reference, account, due date
 * and sum to pay. Ours is read by its marks, the other by the names beside its values. Accounts agree in either form, for
 * an IBAN of Norway has the national account within. What ours does not state is not asked of the other.
 *
 * Never throws for what the files say; `facts` are the agreed values as ours prints them, `channels` those of the witness.
 */
export async function compareWitness(
  ours: Uint8Array,
  theirs: Uint8Array,
  { reader: sharedReader, deadlineMs = DEADLINE_MS, ...options }: WitnessOptions = {},
): Promise<Report> {
  const reader = sharedReader ?? createReader();
  try {
    const own = await reader.read(ours, { ...options, deadlineMs });
    if (own.kind === 'unreadable') return tellUnreadable(own.detail, 'our document');
    const witness = await reader.read(theirs, { ...options, deadlineMs });
    if (witness.kind === 'unreadable') return tellUnreadable(witness.detail, 'the witness');
    return compareRead(own.document, witness.document);
  } finally {
    if (sharedReader === undefined) await reader.close();
  }
}

/** The same of two documents that have been read. */
export function compareRead(ours: ReadDocument, theirs: ReadDocument): Report {
  return compareClaims(toClaims(ours), toClaims(theirs), hear(theirs));
}

function tellUnreadable(found: string, where: string): Report {
  const saying = { found, where, expected: 'a PDF that can be read' };
  return toReport([toFinding('unreadable', discover({ found, saying }))], {});
}

/** What a payer goes by, and where there are two forms of it, both. */
const GROUPS: readonly (readonly ClaimField[])[] = [
  ['invoiceNumber'],
  ['kid'],
  ['bban', 'iban'],
  ['dueDate'],
  ['payable'],
];

function compareClaims(ours: readonly Claim[], theirs: readonly Claim[], channels: Voices): Report {
  const outcomes = GROUPS.flatMap((group) => compareGroup(group, ours, theirs));
  const facts = Object.fromEntries(outcomes.flatMap(({ agreed }) => (agreed === null ? [] : [agreed])));
  const findings = outcomes.flatMap(({ findings: own }) => own);
  const spoke = outcomes.some(({ agreed, findings: own }) => agreed !== null || own.some(isError));
  if (spoke) return toReport(findings, facts, channels);
  const saying = { found: 'nothing that could be compared', where: 'the witness', expected: 'number, account or sum' };
  return toReport([toFinding('mute', discover({ saying }))], {}, channels);
}

interface Outcome {
  readonly agreed: readonly [field: ClaimField, text: string] | null;
  readonly findings: readonly Finding[];
}

/** Fields that both sides state; of accounts that they print in different forms, what is within both. */
function compareGroup(group: readonly ClaimField[], ours: readonly Claim[], theirs: readonly Claim[]): Outcome[] {
  const of = (claims: readonly Claim[]) => claims.filter(({ field }) => group.includes(field));
  const [own, others] = [of(ours).filter(({ sure }) => sure), of(theirs)];
  const [first] = own;
  if (first === undefined) return [];
  const shared = group.filter((field) =>
    [own, others].every((claims) => claims.some((claim) => claim.field === field)),
  );
  if (shared.length > 0) return shared.map((field) => compareField(field, own, others));
  const national = [own, others].map((claims) => claims.flatMap(toNationalAccount)) as [Claim[], Claim[]];
  return [
    national.every((claims) => claims.length > 0)
      ? compareField('bban', ...national)
      : compareField(first.field, own, []),
  ];
}

function compareField(field: ClaimField, ours: readonly Claim[], theirs: readonly Claim[]): Outcome {
  const [own, others] = [ours, theirs].map((claims) => claims.filter((claim) => claim.field === field)) as [
    Claim[],
    Claim[],
  ];
  const [stated] = own;
  if (stated === undefined) return { agreed: null, findings: [] };
  const agrees = (claim: Claim) => claim.values.some((value) => stated.values.some((each) => sameValue(each, value)));
  const wrong = others.filter((claim) => claim.sure && !agrees(claim));
  if (wrong.length > 0)
    return { agreed: null, findings: wrong.map((claim) => toFinding('differs', tell(stated, claim))) };
  if (others.some(agrees)) return { agreed: [field, stated.text], findings: [] };
  return { agreed: null, findings: [toFinding('silent', tell(stated, others[0] ?? null))] };
}

/** An IBAN of Norway is the account number behind four characters. */
function toNationalAccount(claim: Claim): Claim[] {
  if (claim.field === 'bban') return [claim];
  const references = claim.values.flatMap((value) =>
    value.kind === 'reference' && value.reference.startsWith('NO') ? [value.reference.slice(4)] : [],
  );
  const values = references.map((reference) => ({ kind: 'reference', reference }) as const);
  return values.length === 0 ? [] : [{ ...claim, field: 'bban', values }];
}

function tell({ field, text }: Claim, claim: Claim | null): Discovery {
  const where = `${field} of the witness`;
  const found = claim === null ? 'absence' : `"${claim.text}"${claim.label === null ? '' : ` under "${claim.label}"`}`;
  return discover({ field, expected: text, found: claim?.text ?? null, at: claim, saying: { found, where } });
}

/** What a document says of the fields: by its marks where it has any, else under their names. */
function toClaims(read: ReadDocument): readonly Claim[] {
  const printed = toPrintedFacts(read);
  return printed.length === 0 ? findClaims(read) : printed.flatMap(toClaim);
}

const KINDS = {
  invoiceNumber: 'number',
  kid: 'kid',
  bban: 'account',
  iban: 'account',
  dueDate: 'date',
  payable: 'money',
} as const;

function toClaim({ name, text, page, box }: PrintedFact): Claim[] {
  const field = CLAIM_FIELDS.find((each) => each === name);
  const value = field === undefined ? null : readValue(text, KINDS[field]);
  return field === undefined || value === null
    ? []
    : [{ field, text, values: value.values, label: null, sure: true, page, box }];
}

/** Only text is asked: what else a witness carries is nothing to ours. */
function hear(read: ReadDocument): Voices {
  const text = read.pages.every((page) => page.runs.length === 0)
    ? 'silent'
    : read.pages.some(isMarked)
      ? 'marked'
      : 'labelled';
  return {
    structure: 'unasked',
    barcode: 'unasked',
    attachment: 'unasked',
    metadata: 'unasked',
    visual: 'unasked',
    text,
  };
}

function isMarked({ runs }: ReadPage): boolean {
  return runs.some(({ fact }) => fact !== null);
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function toFinding(which: keyof typeof WITNESS, discovery: Discovery): Finding {
  const { ruleId, severity } = WITNESS[which];
  return { ruleId, channel: which === 'unreadable' ? 'bytes' : 'text', ...discovery, severity };
}
