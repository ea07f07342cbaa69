/** Which values an attribute takes. `describe` completes the sentence "expected …". */
export interface AttributeRule {
  readonly describe: string;
  readonly accepts: (value: string) => boolean;
}

/** Any text, also none. */
export const anyText: AttributeRule = { describe: 'any text', accepts: () => true };

/** Text that is not empty. */
export const someText: AttributeRule = { describe: 'some text', accepts: (value) => value.trim() !== '' };

/** A whole number within bounds, as HTML writes non-negative integers. */
export function wholeNumber(least: number, most: number): AttributeRule {
  return {
    describe: `a whole number from ${least} to ${most}`,
    accepts: (value) => /^-?\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most,
  };
}

/** One of the given words, in lower case. */
export function oneOf(...words: readonly string[]): AttributeRule {
  return { describe: words.map((word) => `"${word}"`).join(' or '), accepts: (value) => words.includes(value) };
}

/** A language tag (BCP 47, shape only). */
export const languageTag: AttributeRule = {
  describe: 'a language tag such as "nb" or "en-GB"',
  accepts: (value) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value),
};

/** An identifier without white space. */
export const identifier: AttributeRule = {
  describe: 'a name without white space',
  accepts: (value) => /^\S+$/.test(value),
};

/** Nothing but https and mailto: a document on paper or in an archive must not reach for anything else. */
export const outwardLink: AttributeRule = {
  describe: 'an https: or mailto: address',
  accepts: (value) => /^(https:\/\/[^\s/]|mailto:[^\s])\S*$/i.test(value),
};

/** The name of a picture that the brand or the template folder holds; never an address. */
export const resourceName: AttributeRule = {
  describe: 'the name of a picture of the brand or the template folder, such as "logo"',
  accepts: (value) => /^[\w-][\w .-]*(\/[\w-][\w .-]*)*$/.test(value),
};
