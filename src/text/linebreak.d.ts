declare module 'linebreak' {
  interface Break {
    /** Index in UTF-16 units before which the line may break. */
    readonly position: number;
    readonly required: boolean;
  }
  /** Walks the break opportunities of a text (UAX #14), its end included. */
  // biome-ignore lint/style/noDefaultExport: this is how the library exports it
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
