/** A raster image in the form in which it goes into every PDF: compressed once, alpha already split off. */
export interface PreparedImage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly colorSpace: 'DeviceRGB' | 'DeviceGray';
  readonly filter: 'FlateDecode' | 'DCTDecode';
  readonly bytes: Uint8Array;
  /** 8-bit opacity, deflated; null where every pixel is opaque. */
  readonly softMask: Uint8Array | null;
}
