import { readFileSync } from 'node:fs';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** The brand that the records of these tests are made with, as the command line takes it. */
export const BRAND = new URL('one-line/brand.json', FIXTURES).pathname;

const TEMPLATE = compact('one-line/source.json');
const NUMBER = '16788-000040';

/** A source of one line whose invoice number is `B-000001` for 1: everything else stays, so its sums do too. */
export function makeRecord(n: number, number = `B-${String(n).padStart(6, '0')}`): string {
  return TEMPLATE.replaceAll(NUMBER, number).replaceAll('FK-20600', `FK-${n}`);
}

/** JSON Lines of records 1 to `count`. */
export function makeBatch(count: number): string {
  return Array.from({ length: count }, (_, i) => `${makeRecord(i + 1)}\n`).join('');
}

/** One of the sources that must be refused, on one line. */
export function refusedRecord(name: string): string {
  return compact(`refused/${name}/source.json`);
}

function compact(path: string): string {
  return readFileSync(new URL(path, FIXTURES), 'utf8').replace(/\n\s*/g, ' ').trim();
}
