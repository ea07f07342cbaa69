import { describeFacturX, FACTUR_X_SCHEMA } from './factur-x.ts';
import { toMidnight } from './pdf-syntax.ts';
import type { DocumentFrame } from './pdfkit-document.ts';
import type { PaintMetadata } from './resources.ts';
import { type ExtensionSchema, escapeXml, writeExtensionSchemas } from './xmp-extensions.ts';

/** The library that writes the objects; Creator names the engine. */
const PRODUCER = 'PDFKit';

/** Namespace of the one property that no standard schema has: which template, in which version, made the pages. */
const OWN_NAMESPACE = 'urn:fakturapress:xmp:1';

/** Info and XMP of a document. Both are made of the same cleaned strings, so that they agree to the letter. */
export function toDocumentFrame(language: string, title: string, metadata: PaintMetadata): DocumentFrame {
  const texts: MetadataTexts = {
    title: clean(title),
    author: clean(metadata.author),
    subject: clean(metadata.subject),
    keywords: clean(metadata.keywords.join(', ')),
    creator: clean(metadata.creator),
    template: clean(`${metadata.template.name} ${metadata.template.version}`),
  };
  return {
    language,
    info: {
      Title: texts.title,
      Author: texts.author,
      Subject: texts.subject,
      Keywords: texts.keywords,
      Creator: texts.creator,
      Producer: PRODUCER,
      CreationDate: toMidnight(metadata.date),
      Template: texts.template,
    },
    xmp: toXmp(texts, metadata, language),
  };
}

interface MetadataTexts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly creator: string;
  readonly template: string;
}

/**
 * The XMP packet (ISO 16684-1). It claims PDF/A-3a and PDF/UA-1; PDF/A asks that every property outside its own list of
 * schemas be described by an extension schema, and PDF/UA's identifier is not on that list (ISO 19005-3 §6.6.2.3).
 */
function toXmp(texts: MetadataTexts, { date, facturX }: PaintMetadata, language: string): string {
  const created = `${date}T00:00:00Z`;
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>${alternative(texts.title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(texts.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternative(texts.subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${created}</xmp:CreateDate>
<xmp:CreatorTool>${escapeXml(texts.creator)}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${escapeXml(PRODUCER)}</pdf:Producer>
<pdf:Keywords>${escapeXml(texts.keywords)}</pdf:Keywords>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:fakturapress="${OWN_NAMESPACE}">
<fakturapress:template>${escapeXml(texts.template)}</fakturapress:template>
</rdf:Description>
${facturX === null ? '' : describeFacturX(facturX)}${facturX === null ? OWN_EXTENSIONS : EXTENSIONS_WITH_FACTUR_X}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** What our files say beyond the schemas that PDF/A knows. */
const SCHEMAS: readonly ExtensionSchema[] = [
  {
    schema: 'PDF/UA identification',
    namespace: 'http://www.aiim.org/pdfua/ns/id/',
    prefix: 'pdfuaid',
    category: 'internal',
    properties: [{ name: 'part', type: 'Integer', description: 'Part of ISO 14289 that the file conforms to' }],
  },
  {
    schema: 'fakturapress',
    namespace: OWN_NAMESPACE,
    prefix: 'fakturapress',
    category: 'internal',
    properties: [
      { name: 'template', type: 'Text', description: 'Name and version of the template that laid out the pages' },
    ],
  },
];

// Every document has one of the two.
const OWN_EXTENSIONS = writeExtensionSchemas(SCHEMAS);
const EXTENSIONS_WITH_FACTUR_X = writeExtensionSchemas([...SCHEMAS, FACTUR_X_SCHEMA]);

/** Control characters, lone surrogates and non-characters cannot stand in XML 1.0; they become U+FFFD in both places. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
  return text.replace(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
}
