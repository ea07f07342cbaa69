// docs/designs.md: each template beside its comp, measured.
import { listTemplates } from '../../dist/index.js';
import { compareDesign, EXPLAINED, TOLERANCE_MM, TOLERANCE_PT } from '../designs/compare-designs.mjs';
import { fillSections } from './fill-sections.mjs';

/** What texts belong to, by the facts that they mark; the first pattern that fits. */
const GROUPS = [
  ['title', /^(?:kind|invoiceNumber|originalInvoice)$/],
  ['buyer', /^buyer\.(?:name|address)$/],
  ['seller', /^seller\./],
  ['facts', /^(?:invoiceDate|deliveryDate|orderReference|buyerReference|buyer\.organizationNumber)$/],
  ['payment', /^(?:payable|dueDate|kid|bban|iban|bic|payee|currency)$/],
  ['lines', /^line\./],
  ['carried forward', /^carriedForward\./],
  ['VAT', /^vat\.|^exemption\./],
  ['totals', /^(?:netTotal|vatTotal|grossTotal|rounding|prepaid)$/],
];
const WORDS = 'labels and other words';

export async function writeDesigns(page) {
  const sections = [];
  for (const name of listTemplates()) sections.push(await writeDesign(name));
  return fillSections(page, { measures: sections.join('\n') });
}

async function writeDesign(name) {
  const texts = await compareDesign(name);
  const rows = [...GROUPS.map(([group]) => group), WORDS].flatMap((group) => {
    const members = texts.filter(({ fact }) => groupOf(fact) === group);
    return members.length === 0 ? [] : [toRow(group, members)];
  });
  const differing = new Map(texts.filter(({ agrees }) => !agrees).map((text) => [text.fact ?? text.words, text]));
  const reasons = [...differing].map(
    ([what, text]) => `- \`${what}\`, ${describeAway(text)}: ${EXPLAINED[name]?.[what] ?? 'not explained'}.`,
  );
  const agreeing = texts.filter(({ agrees }) => agrees).length;
  return `### ${name}

![The comp on the left, ${name} on the right](images/beside-${name}.png)

${agreeing} of ${texts.length} texts within ${TOLERANCE_MM} mm and ${TOLERANCE_PT} pt, in the same weight.

| group | texts | within | farthest, mm | sizes, pt | weights |
|---|--:|--:|--:|---|---|
${rows.join('\n')}

Elsewhere on purpose:

${reasons.join('\n')}
`;
}

function toRow(group, members) {
  const agreeing = members.filter(({ agrees }) => agrees);
  const farthest = Math.max(0, ...agreeing.map(({ away }) => away));
  const list = (key) => [...new Set(members.map((text) => text[key]))].sort((a, b) => a - b).join(', ');
  return `| ${group} | ${members.length} | ${agreeing.length} | ${farthest.toFixed(2)} | ${list('size')} | ${list('weight')} |`;
}

function groupOf(fact) {
  return (fact === null ? undefined : GROUPS.find(([, pattern]) => pattern.test(fact))?.[0]) ?? WORDS;
}

function describeAway({ match, away }) {
  return match === undefined ? 'not there' : `${away.toFixed(1)} mm away`;
}
