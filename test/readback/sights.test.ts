import { afterAll, describe, expect, test } from 'vitest';
import { createReader, type TextSight } from '#dist/readback/index.js';
import { stream, writePdf } from './make-pdf.ts';

const reader = createReader();
afterAll(() => reader.close());

const FONT = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
const TEXT = 'BT /F 10 Tf 20 100 Td (1250) Tj ET';

/** What is out of the ordinary about the texts of a page of 200 by 200 pt; further objects are numbered from 5. */
async function look(
  content: string,
  {
    resources = '',
    page = '',
    objects = [],
  }: { resources?: string; page?: string; objects?: (string | Buffer)[] } = {},
): Promise<readonly TextSight[]> {
  const bytes = writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << ${FONT} ${resources} >> ${page} >>`,
    stream('', content),
    ...objects,
  ]);
  const reading = await reader.read(bytes, { sights: true });
  if (reading.kind !== 'read') throw new Error(reading.detail);
  return reading.document.pages[0]?.sights ?? [];
}

const form = (dictionary: string, content: string) =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << ${FONT} >> ${dictionary}`, content);

describe('text is plainly in sight', () => {
  test.each([
    ['by itself', TEXT],
    ['in one of several strings on a line', 'BT /F 10 Tf 20 100 Td (12) Tj (50) Tj T* [(1) -200 (2)] TJ ET'],
    ['on a ground of another colour', `1 1 0 rg 0 90 200 30 re f 0 g ${TEXT}`],
    ['beside what is painted later', `${TEXT} 0 g 60 95 50 20 re f`],
    ['after a clip that has ended', `q 0 0 5 5 re W n Q ${TEXT}`],
    ['within a clip', `q 10 90 100 30 re W n ${TEXT} Q`],
    ['after another text that was clipped to', `q BT /F 10 Tf 7 Tr 20 150 Td ( ) Tj ET Q ${TEXT}`],
  ])('%s', async (_, content) => expect(await look(content)).toEqual([]));

  test('in a form', async () => {
    const objects = [form('', TEXT)];
    expect(await look('/X Do', { resources: '/XObject << /X 5 0 R >>', objects })).toEqual([]);
  });

  test('on a page with a link', async () => {
    const page = '/Annots [<< /Type /Annot /Subtype /Link /Rect [10 90 60 120] /Border [0 0 0] >>]';
    expect(await look(TEXT, { page })).toEqual([]);
  });
});

describe('text is measured', () => {
  test('where it stands', async () => {
    const [sight] = await look(`1 g ${TEXT}`);
    expect(sight).toMatchObject({ text: '1250', fact: null, colors: ['#ffffff'], grounds: ['#ffffff'], contrast: 1 });
    expect(sight?.box.x).toBeCloseTo(20.44, 1);
    expect(sight?.box.y).toBeCloseTo(93.4, 1);
    expect(sight?.box.width).toBeCloseTo(21.4, 0);
  });

  test.each<[string, string, Partial<TextSight>]>([
    ['painted over by its own colour', `${TEXT} 0 g 15 95 60 20 re f`, { contrast: 1, overpainted: 1 }],
    [
      'in two strings, of which one is covered',
      'BT /F 10 Tf 20 100 Td (12) Tj (50) Tj ET 1 g 32 95 30 20 re f',
      { text: '50', overpainted: 1 },
    ],
    ['under a thick stroke', `${TEXT} 1 G 20 w 10 103 m 60 103 l S`, { overpainted: 1, contrast: 1 }],
    ['under a curve', `${TEXT} 1 g 0 60 m 0 200 100 200 100 60 c f`, { overpainted: 1 }],
    ['cut off by a clip', `q 0 0 25 200 re W n ${TEXT} Q`, { hidden: 1, offPage: false }],
    ['cut off by a clip of nothing', `q 50 50 m W n ${TEXT} Q`, { hidden: 1 }],
    [
      'after a clip to text',
      `q BT /F 10 Tf 7 Tr 20 150 Td (x) Tj ET BT 0 Tr /F 10 Tf 20 100 Td (y) Tj ET Q`,
      { text: 'x', colors: [] },
    ],
    ['off the page', 'BT /F 10 Tf 20 300 Td (1250) Tj ET', { offPage: true, hidden: 1 }],
    ['on a shading', `/S sh ${TEXT}`, { contrast: 1, grounds: [null] }],
    ['of no size across', 'BT /F 10 Tf 0 Tz 20 100 Td (1250) Tj ET', { widthScale: 0 }],
  ])('%s', async (_, content, expected) => {
    const resources =
      '/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 200 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >> >>';
    expect((await look(content, { resources }))[0]).toMatchObject(expected);
  });

  test('under a soft mask', async () => {
    const resources = '/ExtGState << /Z << /SMask << /S /Luminosity /G 5 0 R >> >> >>';
    const objects = [form('/Group << /S /Transparency /CS /DeviceGray >>', '0 g 0 0 200 200 re f')];
    expect(await look(`q /Z gs ${TEXT} Q`, { resources, objects })).toMatchObject([{ masked: true }]);
    // Before and after the mask all is well, and what the mask is drawn with hides nothing.
    expect(await look(`q /Z gs Q ${TEXT}`, { resources, objects })).toEqual([]);
  });

  test('in a group that is transparent as a whole', async () => {
    const resources = '/ExtGState << /Z << /ca 0.01 >> >> /XObject << /X 5 0 R >>';
    const objects = [form('/Group << /S /Transparency >>', TEXT)];
    expect(await look('q /Z gs /X Do Q', { resources, objects })).toMatchObject([{ opacity: 0.01 }]);
  });

  test('cut off by the box of its form', async () => {
    const objects = [stream(`/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << ${FONT} >>`, TEXT)];
    expect(await look('/X Do', { resources: '/XObject << /X 5 0 R >>', objects })).toMatchObject([{ hidden: 1 }]);
  });

  test('under the appearance of an annotation, a link’s included', async () => {
    const page = '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 200 200] /F 4 /AP << /N 5 0 R >> >>]';
    const objects = [form('', '1 g 0 0 200 200 re f')];
    expect(await look(TEXT, { page, objects })).toMatchObject([{ overpainted: 1 }]);
  });

  test('under a picture', async () => {
    const picture = stream(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      Buffer.from([255]),
    );
    const options = { resources: '/XObject << /X 5 0 R >>', objects: [picture] };
    expect(await look(`${TEXT} q 100 0 0 100 0 50 cm /X Do Q`, options)).toMatchObject([{ overpainted: 1 }]);
    expect(await look(`q 100 0 0 100 0 50 cm /X Do Q ${TEXT}`, options)).toMatchObject([
      { contrast: 1, grounds: [null] },
    ]);
  });

  test('on a layer, in a form on a layer too', async () => {
    const layer = '<< /Type /OCG /Name (x) >>';
    const marked = { resources: `/Properties << /L ${layer} >>` };
    expect(await look(`/OC /L BDC ${TEXT} EMC`, marked)).toMatchObject([{ layered: true }]);
    const objects = [form(`/OC ${layer}`, TEXT)];
    expect(await look('/X Do', { resources: '/XObject << /X 5 0 R >>', objects })).toMatchObject([{ layered: true }]);
  });

  test('beyond the crop box', async () => {
    expect(await look(TEXT, { page: '/CropBox [0 0 30 200]' })).toMatchObject([{ hidden: 1, offPage: false }]);
  });
});
