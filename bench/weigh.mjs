// What a file of ours is made of, in bytes as they stand in it. Streams are told apart by their dictionaries, which
// paint writes in plain text; what is between them counts as the rest.
const KINDS = [
  ['font programs', /\/Length1/],
  ['image', /\/Subtype\/Image/],
  ['structure and other objects', /\/Type\/ObjStm/],
  ['cross-reference', /\/Type\/XRef/],
  ['metadata', /\/Subtype\/XML/],
  ['attachments', /\/Type\/EmbeddedFile/],
  ['colour profile', /\/N 3/],
];

const STREAM = '\nstream\n';

/** Bytes by kind of stream. */
export function weigh(pdf) {
  const text = Buffer.from(pdf).toString('latin1');
  const weights = {};
  let rest = pdf.length;
  for (let at = text.indexOf(STREAM); at !== -1; ) {
    const dictionary = text.slice(text.lastIndexOf(' obj\n', at), at);
    const bytes = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const kind = KINDS.find(([, pattern]) => pattern.test(dictionary))?.[0] ?? 'page content and ToUnicode maps';
    weights[kind] = (weights[kind] ?? 0) + bytes;
    rest -= bytes;
    // Beyond the stream's own bytes, which may say anything.
    at = text.indexOf(STREAM, at + STREAM.length + bytes);
  }
  return { ...weights, rest };
}
