import type { ReadDocument, ReadPage, TextRun } from '#dist/readback/index.js';

/** Text at a place of a page: points from its left and top, and its size where it is not 10. */
export type Put = readonly [x: number, y: number, text: string, size?: number];

/** A document of another maker as if it had been read: untagged, unmarked, Helvetica that is half as wide as high. */
export function makeOther(...pages: readonly (readonly Put[])[]): ReadDocument {
  return {
    pages: pages.map((puts, index) => toPage(puts, index + 1)),
    structure: { root: null, fault: null },
    metadata: {
      info: {},
      xmp: {},
      xmpPacket: null,
      language: null,
      tagged: false,
      attachments: [],
      scripts: false,
      forms: false,
    },
    file: { size: 1000, revisions: 1, linearized: false, trailingBytes: 0 },
    symbols: [],
  };
}

function toPage(puts: readonly Put[], number: number): ReadPage {
  const runs = puts.map(
    ([x, y, text, size = 10], index): TextRun => ({
      page: number,
      index,
      text,
      box: { x, y: y - size, width: (text.length * size) / 2, height: size },
      baseline: y,
      fontSize: size,
      font: 'f1',
      angle: 0,
      fact: null,
      contentId: null,
      artifact: false,
    }),
  );
  return { number, width: 595, height: 842, rotation: 0, runs, annotations: [] };
}

export const SELLER = 'Fjord Kaffe AS, Storgata 1, 0155 Oslo, org.nr. 988077917 MVA';

/** What a collector's page of the specimen's invoice looks like; each text may be another. */
export function putInvoice(edits: Readonly<Record<string, string>> = {}): readonly Put[] {
  const puts: readonly Put[] = [
    [56, 60, 'Faktura', 20],
    [56, 110, 'Havnegata Bakeri og Kafé AS'],
    [56, 124, 'Havnegata 14'],
    [56, 138, '5003 Bergen'],
    [340, 110, 'Fakturanr.:'],
    [450, 110, '16788-000018'],
    [340, 124, 'Fakturadato:'],
    [450, 124, '23.11.2026'],
    [340, 138, 'Forfallsdato:'],
    [450, 138, '07.12.2026'],
    [340, 152, 'Levert 20.11.2026'],
    [56, 200, 'Beskrivelse'],
    [320, 200, 'Antall'],
    [450, 200, 'Beløp'],
    [56, 216, 'Espresso Fjord, hele bønner 1 kg'],
    [320, 216, '3'],
    [450, 216, '690,00'],
    [56, 232, 'Kopp i porselen 20 cl'],
    [320, 232, '2'],
    [450, 232, '450,00'],
    [56, 248, 'Frakt til døren'],
    [320, 248, '1'],
    [450, 248, '110,00'],
    [56, 280, 'Mva 25 % av 448,00: 112,00'],
    [56, 296, 'Mva 15 % av 600,00: 90,00'],
    [56, 312, 'Sum mva 202,00'],
    [340, 330, 'Å betale', 12],
    [450, 330, 'NOK 1 250,00', 12],
    [56, 700, 'Kontonummer', 8],
    [56, 712, '1506.30.92174'],
    [226, 700, 'IBAN', 8],
    [226, 712, 'NO02 1506 3092 174'],
    [396, 700, 'KID', 8],
    [396, 712, '300000019497814'],
    [56, 760, 'Betalingsmottaker: Kravia AS'],
    [56, 780, SELLER],
  ];
  const left = new Set(Object.keys(edits));
  const edited = puts.map(([x, y, text, ...size]): Put => {
    left.delete(text);
    return [x, y, edits[text] ?? text, ...size];
  });
  if (left.size > 0) throw new Error(`No ${[...left].join(', ')} to edit`);
  return edited.filter(([, , text]) => text !== '');
}
