import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DocumentNode,
  type ElementNode,
  HTML_SUBSET,
  type HtmlDocument,
  parseHtml,
} from '#dist/document/index.js';
import { faultOf, page, whereOf } from './documents.ts';

const FILE = { file: 'invoice.html' };

function bodyOf(body: string): readonly DocumentNode[] {
  return parseHtml(page(body), FILE).body.children;
}

function outline(node: DocumentNode): string {
  if (node.kind === 'text') return JSON.stringify(node.text);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  return `<${node.tag}${attributes.join('')}>${node.children.map(outline).join('')}</${node.tag}>`;
}

describe('parseHtml', () => {
  it('gives language, title and body of a whole document', () => {
    const text =
      '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title> Faktura\n 1 </title></head><body class="a"><p>x</p></body></html>';
    const html = parseHtml(text, FILE);
    expect(html.language).toBe('sv');
    expect(html.title).toBe('Faktura 1');
    expect(html.styles).toEqual([]);
    expect(html.root.tag).toBe('html');
    expect(html.root.children.at(-1)).toBe(html.body);
    expect(html.body.attributes).toEqual({ class: 'a' });
  });

  it('keeps text and its white space as written, with entities decoded and comments dropped', () => {
    const [p] = bodyOf('<p>  B&aelig;r&nbsp;&amp; &lt;s&gt;\n &#x2212;5<!-- <b> --> &#39;q&quot; </p>');
    expect(p && outline(p)).toBe(`<p>${JSON.stringify('  Bær\u00a0& <s>\n −5 \'q" ')}</p>`);
  });

  it('reads quoted, unquoted and entity-holding attributes, in any case', () => {
    const [p] = bodyOf(`<P CLASS=a id='b' Data-Fact="buyer.name" lang=nb aria-label="A &amp; B">x</P>`);
    expect(p?.kind === 'element' && p.attributes).toEqual({
      class: 'a',
      id: 'b',
      'data-fact': 'buyer.name',
      lang: 'nb',
      'aria-label': 'A & B',
    });
  });

  it('puts no elements in that were not written', () => {
    const [table] = bodyOf('<table><tr><td>1</td></tr></table>');
    expect(table && outline(table)).toBe('<table><tr><td>"1"</td></tr></table>');
  });

  it('drops white space where only parts may stand', () => {
    const [table] = bodyOf('<table>\n <tbody>\n <tr>\n <td> 1 </td>\n </tr> </tbody> </table>');
    expect(table && outline(table)).toBe('<table><tbody><tr><td>" 1 "</td></tr></tbody></table>');
  });

  it('keeps drawings with the case of their names', () => {
    const drawing =
      '<svg viewBox="0 0 9 9" aria-hidden="true"><g fill="none"><path d="M0 0h9"/><circle cx="1" cy="1" r="1"></circle></g></svg>';
    const [svg] = bodyOf(`<p>${drawing}</p>`);
    expect(svg && outline(svg)).toBe(
      '<p><svg viewBox="0 0 9 9" aria-hidden="true"><g fill="none"><path d="M0 0h9"></path><circle cx="1" cy="1" r="1"></circle></g></svg></p>',
    );
  });

  it('takes void elements with and without slash', () => {
    expect(bodyOf('<p>a<br>b<br/>c</p><hr>').map(outline).join('')).toBe('<p>"a"<br></br>"b"<br></br>"c"</p><hr></hr>');
  });

  it('gives styles with the place where their text begins', () => {
    const text =
      '<html lang="nb">\n<head><title>T</title>\n <style>\np { color: red }</style></head><body></body></html>';
    expect(parseHtml(text, FILE).styles).toEqual([
      { text: '\np { color: red }', place: { file: 'invoice.html', line: 3, column: 9 } },
    ]);
  });
});

describe('places', () => {
  it('are line and column in the HTML text', () => {
    const html = parseHtml(
      '<html lang="nb"><head><title>T</title></head>\r\n<body>\r\n  <p>æ <b>x</b></p></body></html>',
      FILE,
    );
    const p = html.body.children[1];
    expect(p?.place).toEqual({ file: 'invoice.html', line: 3, column: 3 });
    const b = p?.kind === 'element' ? p.children[1] : undefined;
    expect(b?.place).toEqual({ file: 'invoice.html', line: 3, column: 8 });
  });

  it('come from place marks where the template step left them, also for text and for what helpers wrote inside', () => {
    const files = ['invoice.hbs', 'partials/lines.hbs'];
    const text = page('<p data-at="1:12:34">a <span>b</span></p><p>c</p>');
    const [marked, bare] = parseHtml(text, { file: 'rendered.html', files }).body.children;
    const template = { file: 'partials/lines.hbs', line: 12, column: 34 };
    expect(marked?.place).toEqual(template);
    expect(marked?.kind === 'element' && marked.attributes).toEqual({});
    expect(marked?.kind === 'element' && marked.children.map((child) => child.place)).toEqual([template, template]);
    expect(bare?.place.file).toBe('rendered.html');
  });

  it('of faults are those of the template', () => {
    const text = page('<p data-at="0:7:9">a <spam>b</spam></p>');
    expect(whereOf(faultOf(() => parseHtml(text, { file: 'r.html', files: ['invoice.hbs'] })))).toBe(
      'HTML_UNKNOWN_ELEMENT invoice.hbs:7:9',
    );
  });

  it.each(['2:1:1', '0:0:1', '0:1', '0:1:1:1', 'x:1:1', ''])('refuse the mark %j', (mark) => {
    const text = page(`<p data-at="${mark}">x</p>`);
    expect(faultOf(() => parseHtml(text, { file: 'r.html', files: ['invoice.hbs'] })).code).toBe(
      'HTML_ATTRIBUTE_VALUE',
    );
  });

  it('refuse marks where no files are named', () => {
    expect(faultOf(() => parseHtml(page('<p data-at="0:1:1">x</p>'), FILE)).code).toBe('HTML_ATTRIBUTE_VALUE');
  });
});

describe('what is refused', () => {
  // The body begins in column 52 of line 2.
  it.each([
    ['<spam>x</spam>', 'HTML_UNKNOWN_ELEMENT 2:52', 'Did you mean "span"?'],
    ['<script>x</script>', 'HTML_UNKNOWN_ELEMENT 2:52', 'run no scripts'],
    ['<p>\n <u>x</u></p>', 'HTML_UNKNOWN_ELEMENT 3:2', 'text-decoration'],
    ['<p clas="a">x</p>', 'HTML_UNKNOWN_ATTRIBUTE 2:55', 'Did you mean "class"?'],
    ['<p style="color:red">x</p>', 'HTML_UNKNOWN_ATTRIBUTE 2:55', 'class'],
    ['<p onclick="x">x</p>', 'HTML_UNKNOWN_ATTRIBUTE 2:55', 'docs/templates.md'],
    ['<p colspan="2">x</p>', 'HTML_UNKNOWN_ATTRIBUTE 2:55', ''],
    ['<p class="a" class="b">x</p>', 'HTML_DUPLICATE_ATTRIBUTE 2:65', ''],
    ['<p id="a">x</p><p id="a">y</p>', 'HTML_DUPLICATE_ID 2:67', ''],
    ['<a href="javascript:alert(1)">x</a>', 'HTML_ATTRIBUTE_VALUE 2:55', ''],
    ['<a href="http://a.example">x</a>', 'HTML_ATTRIBUTE_VALUE 2:55', ''],
    ['<a href="https://">x</a>', 'HTML_ATTRIBUTE_VALUE 2:55', ''],
    ['<a>x</a>', 'HTML_MISSING_ATTRIBUTE 2:52', ''],
    ['<img src="logo">', 'HTML_MISSING_ATTRIBUTE 2:52', ''],
    ['<img src="https://a.example/b.png" alt="">', 'HTML_ATTRIBUTE_VALUE 2:57', ''],
    ['<img src="../secret.png" alt="">', 'HTML_ATTRIBUTE_VALUE 2:57', ''],
    ['<svg viewBox="0 0 1 1"></svg>', 'HTML_MISSING_ATTRIBUTE 2:52', ''],
    ['<table><tr><th scope="column">x</th></tr></table>', 'HTML_ATTRIBUTE_VALUE 2:67', ''],
    ['<table><tr><td colspan="0">x</td></tr></table>', 'HTML_ATTRIBUTE_VALUE 2:67', ''],
    ['<p aria-hidden>x</p>', 'HTML_ATTRIBUTE_VALUE 2:55', ''],
    ['<p lang="norsk bokmål">x</p>', 'HTML_ATTRIBUTE_VALUE 2:55', ''],
    ['<p><div>x</div></p>', 'HTML_MISPLACED 2:55', ''],
    ['<span><p>x</p></span>', 'HTML_MISPLACED 2:58', ''],
    ['<div><td>x</td></div>', 'HTML_MISPLACED 2:57', ''],
    ['<table><td>x</td></table>', 'HTML_MISPLACED 2:59', ''],
    ['<table> x <tr><td>1</td></tr></table>', 'HTML_MISPLACED 2:60', ''],
    ['<ul><p>x</p></ul>', 'HTML_MISPLACED 2:56', ''],
    ['<title>x</title>', 'HTML_MISPLACED 2:52', ''],
    ['<p><path d="M0 0"/></p>', 'HTML_MISPLACED 2:55', ''],
    ['<svg viewBox="0 0 1 1" aria-hidden="true"><p>x</p></svg>', 'HTML_MISPLACED 2:94', ''],
    ['<div><p>x</div>', 'HTML_UNCLOSED_ELEMENT 2:57', '</p>'],
    ['<p>x<p>y', 'HTML_MISPLACED 2:56', ''],
    ['<ul><li>a<li>b</ul>', 'HTML_MISPLACED 2:61', ''],
    ['<b><i>x</b></i>', 'HTML_UNCLOSED_ELEMENT 2:55', ''],
    ['x</p>', 'HTML_UNEXPECTED_END_TAG 2:53', ''],
    ['<p>x<br></br></p>', 'HTML_UNEXPECTED_END_TAG 2:60', 'needs no end tag'],
    ['<div/>x', 'HTML_SYNTAX 2:52', ''],
    ['<p>&nbps;</p>', 'HTML_SYNTAX 2:55', '&amp;'],
    ['<p title="&foo;">x</p>', 'HTML_SYNTAX 2:62', ''],
    ['<p>x</p class="a">', 'HTML_SYNTAX 2:56', ''],
    ['<![CDATA[x]]>', 'HTML_SYNTAX 2:52', ''],
    ['<?php x ?>', 'HTML_SYNTAX 2:52', ''],
    ['<p>x</p><!-- y', 'HTML_SYNTAX 2:60', ''],
    ['<!doctype html>', 'HTML_SYNTAX 2:52', ''],
  ])('%s', (body, where, hint) => {
    const fault = faultOf(() => parseHtml(page(body), FILE));
    expect(whereOf(fault)).toBe(where.replace(' ', ' invoice.html:'));
    expect(fault.kind).toBe('template');
    expect(fault.hint).toContain(hint);
  });

  it.each([
    ['', 'HTML_MISPLACED 1:1'],
    ['hello', 'HTML_MISPLACED 1:1'],
    ['<p>x</p>', 'HTML_MISPLACED 1:1'],
    ['<html lang="nb"><body></body></html>', 'HTML_MISPLACED 1:1'],
    ['<html><head><title>T</title></head><body></body></html>', 'HTML_MISSING_ATTRIBUTE 1:1'],
    ['<html lang="nb"><head><title> </title></head><body></body></html>', 'HTML_MISSING_ATTRIBUTE 1:17'],
    ['<html lang="nb"><head></head><body></body></html>', 'HTML_MISPLACED 1:17'],
    ['<html lang="nb"><head><title>T</title></head></html>', 'HTML_MISPLACED 1:1'],
    ['<html lang="nb"><head><title>T</title></head><body></body><body></body></html>', 'HTML_MISPLACED 1:59'],
    ['<html lang="nb"><head><title>T</title></head><body></body></html>x', 'HTML_MISPLACED 1:66'],
    ['<html lang="nb"><head><title>T</title></head><body></body></html><p', 'HTML_MISPLACED 1:67'],
    ['<html lang="nb"><head><title>T</title></head><body><p class="', 'HTML_SYNTAX 1:52'],
    ['<html lang="nb"><head><title>T</title></head><body>', 'HTML_UNCLOSED_ELEMENT 1:46'],
    ['<html lang="nb"><head><title>T', 'HTML_UNCLOSED_ELEMENT 1:23'],
    [
      '<html lang="nb"><head><title>T</title><meta charset="latin1"></head><body></body></html>',
      'HTML_ATTRIBUTE_VALUE 1:45',
    ],
  ])('as a whole: %s', (text, where) => {
    expect(whereOf(faultOf(() => parseHtml(text, FILE)))).toBe(where.replace(' ', ' invoice.html:'));
  });

  it('is hostile nesting, without running out of stack', () => {
    const deep = page(`${'<div>'.repeat(50_000)}${'</div>'.repeat(50_000)}`);
    expect(faultOf(() => parseHtml(deep, FILE)).code).toBe('HTML_TOO_LARGE');
    expect(faultOf(() => parseHtml('<div>'.repeat(50_000), FILE)).code).toBe('HTML_MISPLACED');
  });

  it('is an endless name, soon and with a short message', () => {
    const long = 'x'.repeat(500_000);
    for (const body of [`<${long}>`, `<p ${long}>`, `</${long}>`]) {
      const fault = faultOf(() => parseHtml(page(body), FILE));
      expect(fault.code).toBe('HTML_SYNTAX');
      expect(fault.message.length).toBeLessThan(200);
    }
    const value = faultOf(() => parseHtml(page(`<p lang="${long} ">x</p>`), FILE));
    expect(value.message.length).toBeLessThan(300);
  });

  it('is hostile size, before anything is read', () => {
    expect(faultOf(() => parseHtml(' '.repeat(33 * 1024 * 1024), FILE)).code).toBe('HTML_TOO_LARGE');
  });

  it('is hostile number of nodes', () => {
    expect(faultOf(() => parseHtml(page('<br>'.repeat(1_000_001)), FILE)).code).toBe('HTML_TOO_LARGE');
  });

  it('is any text that is no document, always with a fault', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '&',
      '&amp',
      '"',
      "'",
      '=',
      '<td',
      ' class',
      '/>',
      'x',
      '<svg ',
      '<br>',
      '<title>',
      '<style>',
      '\u0000',
      '<!',
      '<?',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = page(parts.join(''));
        let html: HtmlDocument | null = null;
        try {
          html = parseHtml(text, FILE);
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^HTML_/);
        }
        if (html !== null) expect(html.title).toBe('T');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('round trip', () => {
  const text = fc.stringMatching(/^[ a-zæøåÆ0-9&<>"'\n]{1,12}$/);
  const phrasing: fc.Arbitrary<DocumentNode> = fc.letrec<{ node: DocumentNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      text.map((value): DocumentNode => ({ kind: 'text', text: value, place: { file: '', line: 1, column: 1 } })),
      fc
        .record({
          tag: fc.constantFrom('span', 'b', 'em', 'small', 'time'),
          attributes: fc.dictionary(fc.constantFrom('class', 'title'), text, { noNullPrototype: true }),
          children: fc.array(tie('node'), { maxLength: 4 }),
        })
        .map((parts): DocumentNode => ({ kind: 'element', ...parts, place: { file: '', line: 1, column: 1 } })),
    ),
  })).node;

  it('gives back every tree that is written out', () => {
    fc.assert(
      fc.property(fc.array(phrasing, { maxLength: 5 }), (children) => {
        const written = children.map(write).join('');
        const [p] = bodyOf(`<p>${written}</p>`);
        expect(p && outline(p)).toBe(
          outline({
            kind: 'element',
            tag: 'p',
            attributes: {},
            children: join(children),
            place: { file: '', line: 1, column: 1 },
          }),
        );
      }),
      { numRuns: 500 },
    );
  });

  function escapeText(value: string): string {
    return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  }

  function write(node: DocumentNode): string {
    if (node.kind === 'text') return escapeText(node.text);
    const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeText(value)}"`);
    return `<${node.tag}${attributes.join('')}>${node.children.map(write).join('')}</${node.tag}>`;
  }

  /** Neighbouring texts are one text once written. */
  function join(nodes: readonly DocumentNode[]): readonly DocumentNode[] {
    const joined: DocumentNode[] = [];
    for (const node of nodes) {
      const last = joined.at(-1);
      if (node.kind === 'element') joined.push({ ...node, children: join(node.children) } satisfies ElementNode);
      else if (last?.kind === 'text') joined.splice(-1, 1, { ...last, text: last.text + node.text });
      else joined.push(node);
    }
    return joined;
  }
});

describe('HTML_SUBSET', () => {
  it('names each element once and only parents and children that it holds', () => {
    const tags = HTML_SUBSET.map((rule) => rule.tag);
    expect(new Set(tags).size).toBe(tags.length);
    for (const { content } of HTML_SUBSET) {
      const named = content.kind === 'parts' ? content.tags : content.kind === 'flow' ? content.also : [];
      for (const tag of named) expect(tags).toContain(tag);
    }
  });
});
