// docs/rules.md, from the validator's own table of rules.
import { REPEATED_PROOF, RULES, UNREADABLE, WITNESS } from '../../dist/check/index.js';

export function writeRules() {
  const rules = RULES.map(
    ({ id, channel, severity, why, passes, fails }) =>
      `## ${id}\n\n${severity} · ${channel}\n\n${why}\n\nPasses: ${quote(passes)}. Found: ${quote(fails)}.\n`,
  );
  const unreadable = Object.values(UNREADABLE).map(({ ruleId, expected }) => `| \`${ruleId}\` | ${expected} |`);
  const repeated = Object.values(REPEATED_PROOF).map(
    ({ ruleId, channel, severity, why }) => `| \`${ruleId}\` | ${severity} · ${channel} | ${why} |`,
  );
  const witness = Object.values(WITNESS).map(({ ruleId, severity, why }) => `| \`${ruleId}\` | ${severity} | ${why} |`);
  return `# Rules

What the validator holds every document to. Ids are stable and never reused. Each rule has an example that passes and
one that it finds, both run by the tests: a right document with the edits named here. This page is written from
\`src/check/rules\` by \`npm run docs\`.

${rules.join('\n')}
## Rendered again

Where a template or a brand is at hand, strict validation renders the source again. Equal bytes are all that can be asked;
a file of other bytes is held against the document text by text, then element by element, then pixel by pixel.

| rule | | why |
|---|---|---|
${repeated.join('\n')}

## Held against a witness

\`validate --witness FILE\`, \`issue --witness\` and \`compareWitness\` hold a document against Kravia's own of the same invoice:
number, payment reference, account, due date, sum.

| rule | | why |
|---|---|---|
${witness.join('\n')}

## Files that cannot be read

error · bytes

| rule | expected |
|---|---|
${unreadable.join('\n')}
`;
}

function quote(edits) {
  return edits.map((edit) => `\`${showControls(edit)}\``).join(', ');
}

/** Control characters by their code, as a page of text cannot show them. */
function showControls(text) {
  return text.replace(
    /\p{Cc}/gu,
    (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
