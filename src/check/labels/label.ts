/** Words that a reader takes for the name of what stands beside them. */
export interface Label {
  readonly text: string;
  /** How it belongs: by the tagged structure, or by where it stands on the page. */
  readonly by: 'structure' | 'sight';
}

/** More letters than these are a sentence, not a label. */
const LONGEST_LABEL = 60;

/** Whether unmarked text can be a label at all. */
export function isLabelText(text: string): boolean {
  return text.length <= LONGEST_LABEL && /\p{L}{2}/u.test(text);
}
