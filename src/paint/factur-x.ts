import type { FacturXClaim } from './resources.ts';
import { type ExtensionSchema, escapeXml } from './xmp-extensions.ts';

const NAMESPACE = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

/** The claim that an attachment makes the file a Factur-X (Factur-X 1.0 §6.2). */
export function describeFacturX({ fileName, conformanceLevel }: FacturXClaim): string {
  return `<rdf:Description rdf:about="" xmlns:fx="${NAMESPACE}">
<fx:DocumentType>INVOICE</fx:DocumentType>
<fx:DocumentFileName>${escapeXml(fileName)}</fx:DocumentFileName>
<fx:Version>1.0</fx:Version>
<fx:ConformanceLevel>${conformanceLevel}</fx:ConformanceLevel>
</rdf:Description>
`;
}

/** Its extension schema, in the standard's own words. */
export const FACTUR_X_SCHEMA: ExtensionSchema = {
  schema: 'Factur-X PDFA Extension Schema',
  namespace: NAMESPACE,
  prefix: 'fx',
  category: 'external',
  properties: [
    { name: 'DocumentFileName', type: 'Text', description: 'The name of the embedded XML document' },
    {
      name: 'DocumentType',
      type: 'Text',
      description: 'The type of the hybrid document in capital letters, e.g. INVOICE',
    },
    {
      name: 'Version',
      type: 'Text',
      description: 'The actual version of the standard applying to the embedded XML document',
    },
    { name: 'ConformanceLevel', type: 'Text', description: 'The conformance level of the embedded XML document' },
  ],
};
