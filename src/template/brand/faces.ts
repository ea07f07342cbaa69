/** The families of the package's `fonts/` that a brand may choose among: all but the monospaced one, too wide for columns. */
export const FACES = [
  'Source Sans 3',
  'Source Serif 4',
  'Inter',
  'Figtree',
  'IBM Plex Sans',
  'IBM Plex Sans Condensed',
] as const;
export type FaceName = (typeof FACES)[number];

/** What a brand sets in a face of its choice; null leaves it to the template. */
export interface BrandFaces {
  readonly text: FaceName | null;
  readonly title: FaceName | null;
}

/** The custom property by which a style sheet takes the face that a brand chose. */
export const FACE_PROPERTIES: Readonly<Record<keyof BrandFaces, string>> = {
  text: '--face-text',
  title: '--face-title',
};
