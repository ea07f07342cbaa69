import { discover, type Rule } from '../rule.ts';

export const conformanceClaims: Rule = {
  id: 'conformance-claims',
  channel: 'metadata',
  severity: 'error',
  why: 'Archives and readers for the blind sort files by what they claim to be: PDF/A-3a and PDF/UA-1.',
  passes: ['xmp pdfaid:part = 3'],
  fails: ['xmp pdfuaid:part ='],
  find: ({ read, prints }) =>
    prints.length === 0
      ? []
      : Object.entries(CLAIMS)
          .filter(([property, expected]) => read.metadata.xmp[property] !== expected)
          .map(([property, expected]) =>
            discover({ field: property, found: read.metadata.xmp[property] ?? null, expected }),
          ),
};

const CLAIMS = { 'pdfaid:part': '3', 'pdfaid:conformance': 'A', 'pdfuaid:part': '1' };
