// `npm run kill [ROUNDS]`: kills `fakturapress issue` at random moments, 200 times unless said otherwise. Tells after
// every tenth round how it stands.
import { killIssue } from './kill-loop.ts';

const brand = 'fixtures/documentation-sample/brand.json';
const report = await killIssue(Number(process.argv[2] ?? 200), 'dist/cli/main.js', brand, (soFar) => {
  if (soFar.rounds % 10 === 0) process.stderr.write(`${JSON.stringify(soFar)}\n`);
});
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exitCode = report.failures.length === 0 && report.killed > 0 ? 0 : 1;
