import { readFile } from 'node:fs/promises';
import { queryXml } from '../judges/libxml.ts';
import { readInfoDictionary } from '../judges/pdfjs.ts';
import { readXmp } from '../judges/poppler.ts';

/** Entries of the Info dictionary, and the property of XMP that says the same (ISO 19005-1 table 1). */
const PAIRS = {
  Title: 'dc:title',
  Author: 'dc:creator',
  Subject: 'dc:description',
  Keywords: 'pdf:Keywords',
  Creator: 'xmp:CreatorTool',
  Producer: 'pdf:Producer',
  CreationDate: 'xmp:CreateDate',
} as const;
const BETWEEN = '|||';

/** Where Info, read by pdf.js, and XMP, read by poppler and libxml2, do not say the same; XMP that is not XML is told too. */
export async function findUnequalMetadata(file: string): Promise<string[]> {
  const [xmp, info] = await Promise.all([readXmp(file), readFile(file).then(readInfoDictionary)]);
  const properties = Object.values(PAIRS).map((name) => `string(//*[name()="${name}"])`);
  const texts = await queryXml(xmp, `concat(${properties.join(`,"${BETWEEN}",`)})`).catch((error: unknown) =>
    String(error),
  );
  const said = texts.split(BETWEEN).map((text) => text.trim());
  return Object.keys(PAIRS).flatMap((entry, index) => {
    const inInfo = String(info[entry] ?? '');
    const wanted = entry === 'CreationDate' ? toXmpDate(inInfo) : inInfo.trim();
    return said[index] === wanted && wanted !== ''
      ? []
      : [`${file}: ${entry} is ${inInfo}, in XMP ${said[index] ?? texts}`];
  });
}

/** `D:20261123000000Z` as XMP writes it. */
function toXmpDate(date: string): string {
  return date.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z');
}
