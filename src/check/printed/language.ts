/** Languages that documents are read in; how each writes numbers and dates is set down here, apart from who printed them. */
export type Language = 'nb' | 'nn' | 'sv' | 'fi' | 'da' | 'en';

export const LANGUAGES: readonly Language[] = ['nb', 'nn', 'sv', 'fi', 'da', 'en'];

/** What a language does to figures, dates and the document's name. */
export interface Writing {
  readonly decimalMark: ',' | '.';
  /** Marks between groups of three digits; one number uses one of them throughout. */
  readonly groupMarks: string;
  /** Marks that some use between groups, though elsewhere they part decimals: understood only where decimals follow. */
  readonly doubtfulGroupMarks: string;
  /** Months by full name, January first, as they stand in a date. */
  readonly months: readonly string[];
  /** Words that name an invoice and a credit note, in lower case. */
  readonly invoice: readonly string[];
  readonly creditNote: readonly string[];
  /** Words for value added tax that may stand beside a rate, in lower case. */
  readonly vat: readonly string[];
  /** Words for a discount that may stand beside its amount or share, in lower case. */
  readonly discount: readonly string[];
  /** Beginnings of words that say that a price is without VAT, or with it, in lower case; the first is looked for first. */
  readonly withoutVat: readonly string[];
  readonly withVat: readonly string[];
}

const NORWEGIAN: Writing = {
  decimalMark: ',',
  groupMarks: ' ',
  doubtfulGroupMarks: '.',
  months: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  invoice: ['faktura', 'regning'],
  creditNote: ['kreditnota', 'kreditfaktura'],
  vat: ['mva', 'merverdiavgift'],
  discount: ['rabatt', 'du sparer'],
  withoutVat: ['eks', 'uten'],
  withVat: ['inkl', 'med'],
};

export const WRITING: Readonly<Record<Language, Writing>> = {
  nb: NORWEGIAN,
  nn: { ...NORWEGIAN, invoice: ['faktura', 'rekning'], vat: ['mva', 'meirverdiavgift'] },
  sv: {
    decimalMark: ',',
    groupMarks: ' ',
    doubtfulGroupMarks: '.',
    months: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
    invoice: ['faktura', 'räkning'],
    creditNote: ['kreditfaktura', 'kreditnota'],
    vat: ['moms', 'mervärdesskatt'],
    discount: ['rabatt', 'du sparar'],
    withoutVat: ['exkl', 'utan'],
    withVat: ['inkl', 'med'],
  },
  fi: {
    decimalMark: ',',
    groupMarks: ' ',
    doubtfulGroupMarks: '.',
    months: (
      'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta ' +
      'heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta'
    ).split(' '),
    invoice: ['lasku'],
    creditNote: ['hyvityslasku'],
    vat: ['alv', 'arvonlisävero'],
    discount: ['alennus', 'säästät'],
    withoutVat: ['veroton', 'ilman', 'alv 0'],
    withVat: ['verollinen', 'sis'],
  },
  da: {
    decimalMark: ',',
    groupMarks: '. ',
    doubtfulGroupMarks: '',
    months: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
    invoice: ['faktura', 'regning'],
    creditNote: ['kreditnota', 'kreditfaktura'],
    vat: ['moms', 'merværdiafgift'],
    discount: ['rabat', 'du sparer'],
    withoutVat: ['ekskl', 'uden'],
    withVat: ['inkl', 'med'],
  },
  en: {
    decimalMark: '.',
    groupMarks: ', ',
    doubtfulGroupMarks: '',
    months: 'january february march april may june july august september october november december'.split(' '),
    invoice: ['invoice', 'tax invoice', 'vat invoice'],
    creditNote: ['credit note', 'credit memo'],
    vat: ['vat'],
    discount: ['discount', 'off', 'you save'],
    withoutVat: ['excl', 'ex ', 'without'],
    withVat: ['incl', 'with'],
  },
};

/** The language of a BCP 47 tag such as `nb-NO`; null for any that documents are not read in. */
export function toLanguage(tag: string): Language | null {
  const primary = tag.split('-')[0]?.toLowerCase();
  if (primary === 'no') return 'nb';
  return LANGUAGES.find((language) => language === primary) ?? null;
}
