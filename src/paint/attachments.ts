import { createHash } from 'node:crypto';
import { paintFaults } from './faults.ts';
import { pdfByteString, pdfDate, pdfName, pdfReference, pdfTextString } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import type { Attachment } from './resources.ts';

/** Embeds files and associates them with the document (ISO 19005-3 §6.8, ISO 32000-1 §7.11). */
export function writeAttachments(writer: PdfWriter, attachments: readonly Attachment[]): void {
  if (attachments.length === 0) return;
  checkNames(attachments);
  const specifications = attachments.map((attachment) => ({
    name: attachment.name,
    reference: pdfReference(writeAttachment(writer, attachment)),
  }));
  // In the order of their bytes, as a name tree must be; never in that of a language.
  const sorted = specifications.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  writer.setEmbeddedFiles(
    `<</Names[${sorted.map((file) => `${pdfTextString(file.name)} ${file.reference}`).join(' ')}]>>`,
  );
  writer.setCatalogEntry('AF', `[${specifications.map((file) => file.reference).join(' ')}]`);
}

function writeAttachment(writer: PdfWriter, attachment: Attachment): number {
  const date = pdfDate(attachment.date);
  const checkSum = pdfByteString(createHash('md5').update(attachment.bytes).digest());
  const file = writer.addDeflatedStream(
    `/Type/EmbeddedFile/Subtype${pdfName(attachment.mimeType)}` +
      `/Params<</Size ${attachment.bytes.length}/CheckSum ${checkSum}/CreationDate ${date}/ModDate ${date}>>`,
    attachment.bytes,
  );
  const name = pdfTextString(attachment.name);
  return writer.add(
    `<</Type/Filespec/F ${name}/UF ${name}/Desc ${pdfTextString(attachment.description)}` +
      `/AFRelationship/${attachment.relationship}/EF<</F ${pdfReference(file)}/UF ${pdfReference(file)}>>>>`,
  );
}

function checkNames(attachments: readonly Attachment[]): void {
  const names = attachments.map(({ name }) => name);
  const bad = names.find((name, index) => !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) || names.indexOf(name) !== index);
  if (bad === undefined) return;
  throw paintFaults.PAINT_NOT_DRAWABLE({
    message: `Unexpected attachment name ${JSON.stringify(bad)}, expected ASCII letters, digits, dots and hyphens, each name once`,
  });
}
