import { defineFaults } from '../base/index.ts';

const HTML_DOCS = 'The HTML subset stands in docs/templates.md#html';
const CSS_DOCS = 'The CSS subset stands in docs/templates.md#css';

/** What can be wrong with a template's HTML and CSS. Both are refused where they leave the subset, never repaired. */
export const documentFaults = defineFaults({
  HTML_SYNTAX: {
    kind: 'template',
    summary: 'The HTML cannot be read: a tag, comment, attribute or entity is malformed.',
    remedy: `Write it as well-formed HTML. ${HTML_DOCS}`,
  },
  HTML_UNKNOWN_ELEMENT: {
    kind: 'template',
    summary: 'The HTML has an element that is not in the subset.',
    remedy: `Use an element of the subset. ${HTML_DOCS}`,
  },
  HTML_UNKNOWN_ATTRIBUTE: {
    kind: 'template',
    summary: 'An element has an attribute that is not in the subset.',
    remedy: `Use an attribute of the subset. ${HTML_DOCS}`,
  },
  HTML_ATTRIBUTE_VALUE: {
    kind: 'template',
    summary: 'An attribute has a value that it cannot take.',
    remedy: `Give the attribute one of its values. ${HTML_DOCS}`,
  },
  HTML_MISSING_ATTRIBUTE: {
    kind: 'template',
    summary: 'An element lacks an attribute that it needs.',
    remedy: `Add the attribute. ${HTML_DOCS}`,
  },
  HTML_DUPLICATE_ATTRIBUTE: {
    kind: 'template',
    summary: 'An element has the same attribute twice.',
    remedy: 'Keep one of the two.',
  },
  HTML_DUPLICATE_ID: {
    kind: 'template',
    summary: 'Two elements have the same id.',
    remedy: 'Give each its own id, or use a class.',
  },
  HTML_MISPLACED: {
    kind: 'template',
    summary: 'An element or text stands where HTML does not allow it.',
    remedy: `Move it to where it belongs. ${HTML_DOCS}`,
  },
  HTML_UNCLOSED_ELEMENT: {
    kind: 'template',
    summary: 'An element is never closed, or another is closed before it.',
    remedy: 'Close every element in the order opposite to their opening.',
  },
  HTML_UNEXPECTED_END_TAG: {
    kind: 'template',
    summary: 'An end tag closes nothing.',
    remedy: 'Remove the end tag, or open the element that it should close.',
  },
  HTML_TOO_LARGE: {
    kind: 'template',
    summary: 'The HTML exceeds a limit on size, depth or number of nodes.',
    remedy: 'Render fewer lines in one document, or simplify the markup.',
  },
  CSS_SYNTAX: {
    kind: 'template',
    summary: 'The style sheet cannot be read.',
    remedy: `Write it as well-formed CSS. ${CSS_DOCS}`,
  },
  CSS_UNKNOWN_PROPERTY: {
    kind: 'template',
    summary: 'The style sheet sets a property that is not in the subset.',
    remedy: 'Supported properties: docs/templates.md#css',
  },
  CSS_UNKNOWN_VALUE: {
    kind: 'template',
    summary: 'A property is given a value that it does not take in the subset.',
    remedy: 'Supported values: docs/templates.md#css',
  },
  CSS_UNKNOWN_UNIT: {
    kind: 'template',
    summary: 'A length has a unit that is not in the subset.',
    remedy: 'Supported units: pt mm cm in px % em rem, and fr in grid tracks',
  },
  CSS_UNKNOWN_FUNCTION: {
    kind: 'template',
    summary: 'A value uses a function that is not in the subset.',
    remedy: 'Supported functions: docs/templates.md#css',
  },
  CSS_UNKNOWN_SELECTOR: {
    kind: 'template',
    summary: 'A selector uses something that is not in the subset.',
    remedy: 'Supported selectors: docs/templates.md#css',
  },
  CSS_UNKNOWN_AT_RULE: {
    kind: 'template',
    summary: 'The style sheet has an at-rule that is not in the subset.',
    remedy: 'Supported at-rules: @page with margin boxes, and @font-face',
  },
  CSS_UNKNOWN_VARIABLE: {
    kind: 'template',
    summary: 'A var() names a custom property that is not set there, and has no fallback.',
    remedy: 'Set the custom property, on :root for the whole document, or give var() a fallback.',
  },
  CSS_VARIABLE_CYCLE: {
    kind: 'template',
    summary: 'Custom properties refer to each other in a circle.',
    remedy: 'Give one of them a value of its own.',
  },
  CSS_MISPLACED: {
    kind: 'template',
    summary: 'A declaration stands in a rule where it has no meaning.',
    remedy: `Move it to a rule where it works. ${CSS_DOCS}`,
  },
  CSS_TOO_LARGE: {
    kind: 'template',
    summary: 'The style sheet exceeds a limit on size, nesting or expansion.',
    remedy: 'Shorten the style sheet.',
  },
});
