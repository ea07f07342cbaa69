import { discover, type Rule } from '../rule.ts';

export const streamDamaged: Rule = {
  id: 'stream-damaged',
  channel: 'bytes',
  severity: 'error',
  why: 'A flipped bit in a font, a picture or a page is mended by each reader in its own way, and may change what is seen; only strict validation looks.',
  passes: ['damaged 0'],
  fails: ['damaged 1'],
  find: ({ read }) => {
    const { damagedStreams = 0 } = read.file;
    if (damagedStreams === 0) return [];
    const saying = { found: `${damagedStreams} damaged streams`, where: 'the file', expected: 'none' };
    return [discover({ found: String(damagedStreams), expected: '0', saying })];
  },
};
