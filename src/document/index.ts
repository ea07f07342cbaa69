/**
 * Floor 1: a template's HTML and CSS subset as trees. Comes in: HTML and CSS text. Goes out: `StyledDocument`, every
 * element with its computed style. Never here: measuring, positions, fonts, anything that knows what an invoice is.
 */
export type { DocumentNode, ElementNode, HtmlDocument, TextNode } from './element.ts';
export { initialStyle } from './initial-style.ts';
export type * from './style.ts';
export type { StyledDocument, StyledElement, StyledNode, StyledText } from './styled.ts';
