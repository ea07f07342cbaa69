import { parseStyleSheet } from '../css/parse-style-sheet.ts';
import type { StyleSheet } from '../css/style-sheet.ts';

/**
 * What elements look like before a template says anything: the HTML standard's rendering section (§15.3), with the
 * sizes and margins of browsers, so that a designer meets no surprise. Paper has no window, so the page keeps the
 * margin of 10 mm that browsers print with.
 */
const USER_AGENT_CSS = `
@page { size: A4; margin: 10mm;
  @top-left { text-align: left; vertical-align: middle }
  @top-center { text-align: center; vertical-align: middle }
  @top-right { text-align: right; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-center { text-align: center; vertical-align: middle }
  @bottom-right { text-align: right; vertical-align: middle }
}
html, body, div, section, article, aside, header, footer, main, nav, h1, h2, h3, h4, h5, h6, p, address, hr,
ul, ol, dl, dt, dd, figure, figcaption { display: block }
body { margin: 8px }
h1 { font-size: 2em; margin-block: .67em; font-weight: bold }
h2 { font-size: 1.5em; margin-block: .83em; font-weight: bold }
h3 { font-size: 1.17em; margin-block: 1em; font-weight: bold }
h4 { font-size: 1em; margin-block: 1.33em; font-weight: bold }
h5 { font-size: .83em; margin-block: 1.67em; font-weight: bold }
h6 { font-size: .67em; margin-block: 2.33em; font-weight: bold }
h1, h2, h3, h4, h5, h6 { break-after: avoid }
p, ul, ol, dl { margin-block: 1em }
figure { margin: 1em 40px }
address, em, i { font-style: italic }
hr { color: gray; border: 1px solid; margin: .5em auto }

strong, b { font-weight: bolder }
small, sub, sup { font-size: smaller }
sub { vertical-align: sub }
sup { vertical-align: super }
a { color: #0000ee; text-decoration: underline }

ul, ol { padding-left: 40px }
ul { list-style-type: disc }
ol { list-style-type: decimal }
ul ul, ul ol, ol ul, ol ol { margin-block: 0 }
li { display: list-item }
dd { margin-left: 40px }

table { display: table; box-sizing: border-box; border-spacing: 2px; text-indent: 0 }
caption { display: table-caption; text-align: center }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tfoot { display: table-footer-group; vertical-align: middle }
tr { display: table-row; vertical-align: inherit }
table > tr { vertical-align: middle }
td, th { display: table-cell; vertical-align: inherit; padding: 1px }
th { font-weight: bold; text-align: center }
`;

let parsed: StyleSheet | null = null;

/** The user agent's style sheet, read when it is first asked for; a constant of the program like its text. */
export function userAgentSheet(): StyleSheet {
  parsed ??= parseStyleSheet(USER_AGENT_CSS, { file: 'user-agent.css' });
  return parsed;
}
