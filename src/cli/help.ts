/** `fakturapress --help`: one screen. */
export const HELP = `\
fakturapress renders invoices from Dintero orders paid by Kravia, and proves what the paper says.

  fakturapress render order.json --brand fjord.json
      one invoice, written only after it has been read back and matches its session
  fakturapress validate invoice.pdf --source order.json
      does this document say what the session says?
  fakturapress template lint my-template/
      everything that is wrong with a template, with file, line and column

More commands
  batch SOURCES --out DIR  many invoices; a run that was cut short goes on with --resume
  worker --queue URL       take part in the batches of a queue
  fetch, capture, issue, void ID
                           Dintero: read; start collection; that, render and prove; cancel
  preview, snapshot [TEMPLATE]
                           templates live in the browser; compared with what was approved
  template list, new NAME  the templates that come with the package; a copy of one to change
  doctor                   what this machine has and lacks
  help COMMAND             the options of one command, with an example

Every command takes
  --json                   one JSON document on standard output
  --quiet, --verbose       say less, say more
  --help, --version

Exit codes
  0 all good   1 a document does not match its source   2 wrong usage   3 input refused
  4 template, brand or font   5 Dintero or network   6 file system   7 internal   130 interrupted
`;

/** Examples shown under a command's options. */
export const HELP_AFTER: Readonly<Record<string, string>> = {
  render: `
Example
  fakturapress render order.json --brand fjord.json -o invoices/16788-000018.pdf
  curl -s "$URL" | fakturapress render - --brand fjord.json -o - > invoice.pdf
`,
  batch: `
Example
  fakturapress batch orders.jsonl --out invoices/ --brand fjord.json
  fakturapress batch orders.jsonl --out invoices/ --brand fjord.json --resume
  fakturapress batch orders.jsonl --out s3://invoices/2026 --brand fjord.json

Object storage is found as the AWS tools find it: AWS_REGION, AWS_PROFILE, AWS_ENDPOINT_URL_S3 and their like.
`,
  worker: `
Example
  fakturapress worker --queue redis://127.0.0.1:6379 --concurrency 4
  fakturapress batch orders.jsonl --out invoices/ --queue redis://127.0.0.1:6379

Every host needs the same version, and template and brand at the same paths; other hosts' documents are refused.
`,
  validate: `
Example
  fakturapress validate 16788-000018.pdf --source order.json --brand fjord.json --json
  fakturapress validate 16788-000018.pdf --source order.json --witness kravia.pdf
`,
  fetch: `
Example
  fakturapress fetch T12345678.4ZkDvyB8hVcP -o order.json --pdf kravia.pdf
`,
  issue: `
Example
  fakturapress issue T12345678.4ZkDvyB8hVcP --brand fjord.json -o invoices/16788-000018.pdf

Credentials come from DINTERO_ACCOUNT_ID, DINTERO_CLIENT_ID and DINTERO_CLIENT_SECRET. Calling again is safe.
`,
  void: `
Example
  fakturapress void T12345678.4ZkDvyB8hVcP --credit-note-number K-7 --brand fjord.json -o K-7.pdf
`,
  snapshot: `
Example
  fakturapress snapshot my-template/ --report differences.html
  fakturapress snapshot my-template/ --update
`,
  preview: `
Example
  fakturapress preview my-template/ --brand fjord.json
`,
  lint: `
Example
  fakturapress template lint my-template/ --brand fjord.json
`,
};
