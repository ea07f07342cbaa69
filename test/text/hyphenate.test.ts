import { describe, expect, it } from 'vitest';
import { HYPHENATED_LANGUAGES, hyphenate } from '#dist/text/index.js';

const shown = (text: string, language: string) => hyphenate(text, language).replaceAll('\u00ad', '-');

describe('hyphenate', () => {
  it.each([
    ['nb', 'Personopplysningsloven', 'Per-son-opp-lys-nings-lo-ven'],
    ['nn', 'Kontonummeret', 'Konto-num-me-ret'],
    ['sv', 'Betalningsvillkoren', 'Be-tal-nings-vill-ko-ren'],
    ['fi', 'Arvonlisäverollinen', 'Ar-von-li-sä-ve-rol-li-nen'],
    ['da', 'Betalingsbetingelser', 'Be-ta-lings-be-tin-gel-ser'],
    ['en', 'hyphenation', 'hy-phen-a-tion'],
    ['en-US', 'hyphenation', 'hy-phen-ation'],
  ])('divides words of %s', (language, word, expected) => {
    expect(shown(word, language)).toBe(expected);
  });

  it('knows the languages of documents', () => {
    for (const language of ['nb', 'nn', 'sv', 'fi', 'da', 'en']) expect(HYPHENATED_LANGUAGES).toContain(language);
  });

  it.each([
    'faktura@fjordkaffe.example',
    'www.fjordkaffe.example/betaling',
    'NO0215063092174',
    'KL-400-02/opalglass',
    'kafé',
    '',
  ])('leaves %j whole', (text) => {
    expect(hyphenate(text, 'nb')).toBe(text);
  });

  it('divides words between marks, and keeps everything else', () => {
    expect(shown('Se «betalingsbetingelser», (kontonummer) og kontonummer.', 'nb')).toBe(
      'Se «be-ta-lings-be-tin-gel-ser», (konto-num-mer) og konto-num-mer.',
    );
    expect(hyphenate('konto\u00adnummer', 'de')).toBe('konto\u00adnummer');
  });
});
