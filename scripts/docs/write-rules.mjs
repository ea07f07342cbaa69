// docs/rules.md, from the validator's own table of rules.
import { REPEATED_PROOF, RULES, UNREADABLE, WITNESS } from '../../dist/check/index.js';

export function writeRules() {
  const rules = RULES.map(
    ({ id, channel, severity, citation, why, passes, fails }) =>
      `## ${id}\n\n${severity} · ${channel}${citation === undefined ? '' : ` · ${citation}`}\n\n${why}\n\nPasses: ${quote(passes)}. Found: ${quote(fails)}.\n`,
  );
  const unreadable = Object.values(UNREADABLE).map(({ ruleId, expected }) => `| \`${ruleId}\` | ${expected} |`);
  const repeated = Object.values(REPEATED_PROOF).map(
    ({ ruleId, channel, severity, why }) => `| \`${ruleId}\` | ${severity} · ${channel} | ${why} |`,
  );
  const witness = Object.values(WITNESS).map(({ ruleId, severity, why }) => `| \`${ruleId}\` | ${severity} | ${why} |`);
  return `# Rules

What the validator holds every document to. Ids are stable and never reused. Each rule has an example that passes and
one that it finds, both run by the tests: a right document with the edits named here. Rules that begin with \`no-\`, \`se-\`
and \`fi-\` are the law of the seller's country on what a sales document says, each with its provision; where they are
warnings, the provision was not read in its source, and those that are told by facts are errors in strict validation. They
speak of documents whose facts are marked and whose brand is known. A language that the country does not take
(\`document-language\`), a rate that is not in force (\`source-rate-not-in-force\`) and words that the brand leaves open
(\`seller-…\`) are doubts about the source. This page is written from \`src/check/rules\` by \`npm run docs\`.

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
