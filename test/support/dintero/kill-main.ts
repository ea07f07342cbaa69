// `npm run kill [ROUNDS]`: kills `fakturapress issue` at random moments, 200 times unless said otherwise.
import { killIssue } from './kill-loop.ts';

const brand = 'fixtures/documentation-sample/brand.json';
const report = await killIssue(Number(process.argv[2] ?? 200), 'dist/cli/main.js', brand);
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exitCode = report.failures.length === 0 && report.killed > 0 ? 0 : 1;
