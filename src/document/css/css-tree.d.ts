// The parts of css-tree that are used, one by one: its index also loads the grammar of every property, 3 MB and 100 ms in
// each thread. The types are the index's own.

declare module 'css-tree/parser' {
  // biome-ignore lint/style/noDefaultExport: this is how the library exports it
  export { parse as default } from 'css-tree';
}

declare module 'css-tree/convertor' {
  import { toPlainObject } from 'css-tree';

  const convertor: { readonly toPlainObject: typeof toPlainObject };
  // biome-ignore lint/style/noDefaultExport: this is how the library exports it
  export default convertor;
}

declare module 'css-tree/tokenizer' {
  export { tokenize, tokenTypes } from 'css-tree';
}
