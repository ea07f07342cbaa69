import { ObjectFile } from './object-file.ts';

/** A file's objects, or why they cannot be read by the letter. */
export type OpenedObjects =
  | { readonly file: ObjectFile; readonly fault?: never }
  | { readonly file?: never; readonly fault: string };

/** Opens a file's objects once for all who read them; each is read when it is first asked for. */
export function openObjects(bytes: Uint8Array): OpenedObjects {
  try {
    return { file: new ObjectFile(bytes) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
