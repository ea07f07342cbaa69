import type { ImageDrawable } from '../layout/index.ts';
import { paintFaults } from './faults.ts';
import type { PreparedImage } from './image/prepared-image.ts';
import type { PageOperators } from './operators.ts';
import { pdfNumber, pdfReference } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

/** The images that one document shows, each embedded once however often it is drawn. */
export class DocumentImages {
  readonly #writer: PdfWriter;
  readonly #images: ReadonlyMap<string, PreparedImage>;
  readonly #embedded = new Map<string, { readonly resourceName: string; readonly objectId: number }>();

  constructor(writer: PdfWriter, images: ReadonlyMap<string, PreparedImage>) {
    this.#writer = writer;
    this.#images = images;
  }

  paint(operators: PageOperators, { box, image }: ImageDrawable): void {
    const width = pdfNumber(box.width);
    const height = pdfNumber(box.height);
    const corner = operators.point(box.x, box.y + box.height);
    operators.setOpacity({ fill: 1, stroke: 1 });
    operators.add(`q ${width} 0 0 ${height} ${corner} cm /${this.#use(image)} Do Q`);
  }

  /** Whether any of them lets the page shine through. */
  isTransparent(image: string): boolean {
    return this.#find(image).softMask !== null;
  }

  /** Entries of a resource dictionary's XObject. */
  resourceEntries(): string {
    return [...this.#embedded.values()].map((image) => `/${image.resourceName} ${image.objectId} 0 R`).join('');
  }

  #use(name: string): string {
    const known = this.#embedded.get(name);
    if (known !== undefined) return known.resourceName;
    const resourceName = `I${this.#embedded.size + 1}`;
    this.#embedded.set(name, { resourceName, objectId: embedImage(this.#writer, this.#find(name)) });
    return resourceName;
  }

  #find(name: string): PreparedImage {
    const image = this.#images.get(name);
    if (image === undefined) {
      throw paintFaults.PAINT_NOT_DRAWABLE({
        message: `Unexpected image ${name}, expected one of: ${[...this.#images.keys()].join(', ')}`,
      });
    }
    return image;
  }
}

/** An image XObject (ISO 32000-1 §8.9.5). Interpolate stays false, as PDF/A demands. */
function embedImage(writer: PdfWriter, image: PreparedImage): number {
  const size = `/Type/XObject/Subtype/Image/Width ${image.width}/Height ${image.height}/BitsPerComponent 8`;
  const softMask =
    image.softMask === null
      ? ''
      : `/SMask ${pdfReference(writer.addStream(`${size}/ColorSpace/DeviceGray/Filter/FlateDecode`, image.softMask))}`;
  return writer.addStream(`${size}/ColorSpace/${image.colorSpace}/Filter/${image.filter}${softMask}`, image.bytes);
}
