import type { PdfDocument } from './pdf-js.ts';
import type { ReadAttachment, ReadMetadata } from './read-document.ts';

/** What a document says about itself. */
export interface MetadataAnswer extends ReadMetadata {
  readonly encrypted: boolean;
}

/** Flags that pdf.js adds to the information dictionary, each naming something that has no place in an invoice. */
const FORM_FLAGS = ['IsAcroFormPresent', 'IsXFAPresent', 'IsCollectionPresent', 'IsSignaturesPresent'] as const;

/** Reads information dictionary, XMP, language, attachments and scripts. */
export async function readMetadata(pdf: PdfDocument): Promise<MetadataAnswer> {
  const { info, metadata } = await pdf.getMetadata();
  const markInfo = await pdf.getMarkInfo();
  const attachments = await pdf.getAttachments();
  return {
    info: textEntries([...Object.entries(info), ...Object.entries(info['Custom'] ?? {})]),
    xmp: textEntries(metadata ?? []),
    xmpPacket: metadata?.getRaw() ?? null,
    language: typeof info['Language'] === 'string' ? info['Language'] : null,
    tagged: markInfo?.Marked === true,
    attachments: Object.values(attachments ?? {}).map(toAttachment),
    scripts: (await pdf.hasJSActions()) || (await pdf.getJSActions()) !== null,
    forms: FORM_FLAGS.some((flag) => info[flag] === true),
    encrypted: info['EncryptFilterName'] !== null && info['EncryptFilterName'] !== undefined,
  };
}

function textEntries(entries: Iterable<readonly [string, unknown]>): Record<string, string> {
  const texts: Record<string, string> = Object.create(null);
  for (const [key, value] of entries) if (typeof value === 'string') texts[key] = value;
  return { ...texts };
}

function toAttachment(attachment: {
  readonly filename: string;
  readonly rawFilename?: string;
  readonly description?: string;
  readonly content: Uint8Array;
}): ReadAttachment {
  return {
    name: attachment.rawFilename ?? attachment.filename,
    description: attachment.description ? attachment.description : null,
    content: attachment.content,
    mimeType: null,
    relationship: null,
    associated: false,
    faults: [],
  };
}
