/** The page sends short JSON; whatever is larger is none of its. */
export const BODY_LIMIT_BYTES = 16 * 1024;
/** Revisions whose pages can still be had: those that open pages may show, and a few that are on the way out. */
export const KEPT_REVISIONS = 6;
/** Connections that are listened to at once; a browser opens one a tab. */
export const MAX_LISTENERS = 32;
/** Editors write a file in several steps; what follows this soon belongs together. */
export const SAVE_REST_MS = 40;
/** The widest picture of a page: an A4 page at 400 % on a screen with two pixels a pixel. */
export const MAX_PICTURE_WIDTH = 6_400;
/** Lines of a file shown on either side of a place. */
export const EXCERPT_MARGIN = 2;
/** Lines shown of a rule of a style sheet. */
export const RULE_LINES = 8;
/** Rules shown of an element's style. */
export const SHOWN_RULES = 4;
/** Pictures kept for pages that are looked at again. */
export const KEPT_PICTURES = 64;
