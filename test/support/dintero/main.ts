// `npm run dintero`: a stand-in for Dintero to try the whole flow against, without an account. Ends with Ctrl+C.
import { readFileSync } from 'node:fs';
import { startStandIn } from './stand-in.ts';
import type { Json } from './world.ts';

const port = Number(process.argv[2] ?? 8787);
const { origin, world } = await startStandIn({ captureStatus: 202, detailsAfterMs: 1_500 }, port);
const { session } = JSON.parse(readFileSync('fixtures/documentation-sample/source.json', 'utf8')) as { session: Json };
const { id: _, transaction_id: __, created_at: ___, ...request } = session;
const created = world.createSession(request).body as { id: string };
const transaction = world.complete(created.id);
const { accountId, clientId, clientSecret } = world.settings;

process.stdout.write(`A stand-in for Dintero listens on ${origin}. In another terminal:

export DINTERO_CHECKOUT_URL=${origin}
export DINTERO_ACCOUNT_ID=${accountId} DINTERO_CLIENT_ID=${clientId} DINTERO_CLIENT_SECRET=${clientSecret}
node dist/cli/main.js issue ${transaction['id']} --brand fixtures/documentation-sample/brand.json
`);
