import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Preview, startPreview } from '#dist/preview/index.js';
import type { PageDetails } from '#dist/preview/messages.js';
import { TemplateCopy } from '../snapshot/template-copy.ts';
import { hasChromium, launchChromium, openPage } from './browser.ts';
import { createEditor, type FakeEditor } from './fake-editor.ts';

/** A loaded machine takes its time; nothing here depends on how long anything takes. */
const PATIENCE_MS = 60_000;

describe.runIf(hasChromium)('the page of the preview, in Chromium', { timeout: 240_000 }, () => {
  let browser: Browser;
  let template: TemplateCopy;
  let editor: FakeEditor;
  let preview: Preview;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser.close());

  beforeEach(async () => {
    template = new TemplateCopy();
    editor = createEditor();
    const environment = { FAKTURAPRESS_EDITOR: editor.command };
    preview = await startPreview({ template: template.folder, port: 0, environment, clock: () => new Date() });
    ({ page, troubles } = await openPage(browser, `${preview.url}?fixture=one-line`));
    page.setDefaultTimeout(PATIENCE_MS);
    await page.waitForSelector('.verdict.ok');
  }, 120_000);
  afterEach(async () => {
    await page.close();
    await preview.close();
    template.remove();
    editor.remove();
    expect(troubles.filter((trouble) => !/404|409|ERR_/.test(trouble))).toEqual([]);
  }, 60_000);

  const pick = (label: string, value: string) =>
    page.locator(`select[data-key=${label.toLowerCase()}]`).selectOption(value);
  const view = (name: string) => page.locator('.views label', { hasText: new RegExp(`^${name}`) }).click();
  const verdict = () => page.locator('.verdict').innerText();
  /** Address of the picture that is on screen, which names its revision. */
  const picture = () => page.locator('.page > img').first().getAttribute('src');
  const saved = () => page.locator('footer .saved').innerText();

  it('picks, and keeps what was picked in the address and over a reload', async () => {
    expect(await verdict()).toMatch(/^Proven, \d+ facts$/);
    expect(await page.title()).toBe('classic (folder), 1 line — fakturapress preview');
    await pick('Fixture', 'sweden-b2b');
    await page.waitForURL(/fixture=sweden-b2b/);
    expect(new URL(page.url()).searchParams.get('locale')).toBe('sv');
    await pick('Locale', 'en');
    await view('Facts');
    await expect
      .poll(() => page.locator('.facts').first().innerText(), { timeout: PATIENCE_MS })
      .toContain('25,672.60');
    await page.reload();
    await expect
      .poll(() => page.locator('.facts').first().innerText(), { timeout: PATIENCE_MS })
      .toContain('25,672.60');
    expect(await page.locator('select[data-key=fixture]').inputValue()).toBe('sweden-b2b');
    await pick('Kind', 'credit-note');
    await expect
      .poll(() => page.locator('.facts', { hasText: 'originalInvoice' }).count(), { timeout: PATIENCE_MS })
      .toBe(1);
  });

  it('goes through a long document by keys, by number and by thumbnail, and draws what is in view', async () => {
    await pick('Fixture', 'five-hundred-lines');
    const number = page.locator('[data-key=page-number]');
    await page.locator('[data-key=thumbnail-11]').waitFor();
    const count = await page.locator('.rail a').count();
    expect(await page.locator('footer label').innerText()).toMatch(new RegExp(`^Page +of ${count}$`));
    const shown = () => page.locator('.rail a[aria-current]').getAttribute('data-page');
    await page.locator('main').focus();
    for (const key of [']', ']', '[']) await page.keyboard.press(key);
    await expect.poll(shown, { timeout: PATIENCE_MS }).toBe('2');
    await page.keyboard.press('w');
    await number.fill(String(count));
    await number.press('Enter');
    await expect.poll(shown, { timeout: PATIENCE_MS }).toBe(String(count));
    // Pictures are fetched for what is near: of the page before, and never of one that was leapt over.
    await page.getByRole('img', { name: `Page ${count - 1} of ${count}` }).waitFor();
    expect(await page.getByRole('img', { name: `Page ${count - 4} of ${count}` }).count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('page')).toBe(String(count));
    await page.locator('[data-key=thumbnail-1]').click();
    await expect.poll(() => number.inputValue(), { timeout: PATIENCE_MS }).toBe('1');
    expect(await page.locator('main').evaluate((main) => main.scrollTop)).toBeLessThan(40);
  });

  it('shows a saved change, an error over the last good page, and recovers, without losing its place', async () => {
    await page.keyboard.press('w');
    await page.keyboard.press('-');
    const zoom = await page.locator('[data-key=zoom-100]').innerText();
    await page.locator('main').evaluate((main) => main.scrollTo(0, 300));
    await expect.poll(() => page.locator('main').evaluate((main) => main.scrollTop)).toBe(300);
    const before = await picture();
    template.edit('style.css', /$/, '.k-amount { padding-top: 3pt }\n');
    await expect.poll(saved, { timeout: PATIENCE_MS }).toMatch(/^style\.css saved \d\d:\d\d:\d\d, rendered in \d+ ms$/);
    expect(await picture()).not.toBe(before);
    expect(await page.locator('main').evaluate((main) => main.scrollTop)).toBe(300);
    expect(await page.locator('[data-key=zoom-100]').innerText()).toBe(zoom);

    template.edit('style.css', '.k-amount { padding-top: 3pt }', '.k-amount { paddin-top: 3pt; colr: red }');
    const card = page.locator('.fault');
    await card.waitFor();
    const line =
      template
        .read('style.css')
        .split('\n')
        .findIndex((text) => text.includes('paddin-top')) + 1;
    expect(await card.innerText()).toContain(`classic/style.css:${line}:13`);
    expect(await card.locator('.src .on b').first().innerText()).toBe('paddin-top');
    expect(await card.innerText()).toMatch(/CSS_UNKNOWN_PROPERTY[\s\S]*padding-top/);
    expect([await verdict(), await page.getByRole('alert').count()]).toEqual(['Template error', 1]);
    expect(await page.locator('.page > img').count()).toBe(1);
    expect(await page.locator('[data-key=download]').getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('footer .live').innerText()).toBe('Waiting for style.css');
    expect(await card.locator('.steps').innerText()).toContain('1 of 2');
    await card.getByRole('button', { name: 'Next' }).click();
    expect(await card.locator('.src .on b').first().innerText()).toBe('colr');

    template.edit('style.css', 'paddin-top: 3pt; colr: red', 'padding-top: 3pt');
    await card.waitFor({ state: 'detached' });
    await page.waitForSelector('.verdict.ok');
    expect(await page.locator('main').evaluate((main) => main.scrollTop)).toBe(300);
  });

  it('shows a red fact with what is expected, what is found, and where the template prints it', async () => {
    template.edit('partials/payment.hbs', '{{money invoice.payable', '{{money invoice.netTotal');
    await page.waitForSelector('.verdict.bad');
    expect(await verdict()).toBe('1 fact is wrong');
    await page.locator('.verdict').click();
    const card = page.locator('.fact').first();
    expect(await card.innerText()).toMatch(
      /payable[\s\S]*Expected\s+1,00 NOK\s+Found\s+0,87 NOK[\s\S]*prints the value of netTotal here/,
    );
    expect(await card.locator('.src').innerText()).toContain('{{money invoice.netTotal');
    await expect.poll(() => page.locator('.page svg .wrong').count(), { timeout: PATIENCE_MS }).toBe(1);
    expect(await page.locator('.rail .mark').innerText()).toBe('· 1 wrong');
    await view('Compare');
    expect(await page.locator('.end p').innerText()).toBe('A fact is wrong.');
    await page.locator('[data-key=approve]').click({ force: true });
    expect(existsSync(template.path('preview', 'one-line.nb.txt'))).toBe(false);
  });

  it('approves a snapshot, tells what differs from it, and takes an approval back', async () => {
    const approved = template.path('preview', 'one-line.nb.txt');
    await view('Compare');
    await page.getByText('Nothing approved yet').waitFor();
    await page.locator('[data-key=approve].solid').click();
    await page.getByText('Looks as approved').first().waitFor();
    const first = readFileSync(approved, 'utf8');
    template.edit('style.css', /$/, '.k-amount { padding-top: 4pt }\n');
    await page.locator('.chg li').first().waitFor();
    expect(await page.locator('.chg li').first().innerText()).toMatch(/Total moved 4 pt down\s+Payment block/);
    expect(await page.locator('.views b').innerText()).toMatch(/^1/);
    await expect
      .poll(() => page.locator('.pane').first().locator('.page > img').count(), { timeout: PATIENCE_MS })
      .toBe(1);
    await page.keyboard.press('s');
    await page.locator('.slide').waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    expect(await page.getByRole('slider').getAttribute('aria-valuenow')).toBe('60');
    await page.locator('[data-key=approve].solid').click();
    await expect.poll(() => readFileSync(approved, 'utf8'), { timeout: PATIENCE_MS }).not.toBe(first);
    await page.locator('[data-key=undo]').click();
    await expect.poll(() => readFileSync(approved, 'utf8'), { timeout: PATIENCE_MS }).toBe(first);
  });

  it('measures what is pointed at, and opens its line with a click', async () => {
    await view('Boxes');
    await page.locator('.page > svg path').first().waitFor();
    await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
    const paper = await page.locator('.page').boundingBox();
    const width = paper?.width ?? 0;
    const heading = { x: (paper?.x ?? 0) + width * 0.2, y: (paper?.y ?? 0) + (await middleOf('h1', width)) };
    await page.mouse.move(heading.x, heading.y);
    const note = page.locator('.notes .tip');
    await expect
      .poll(() => note.innerText(), { timeout: PATIENCE_MS })
      .toMatch(/^h1 in \S+ [\d.]+ × [\d.]+ pt\s+Source Serif 4, 400, 21\/25 pt\s+\S+\.hbs:\d+, click to open$/);
    const [, place = ''] = /(\S+\.hbs:\d+), click/.exec(await note.innerText()) ?? [];
    const rules = page.locator('aside .sec', { hasText: 'Style' });
    expect(await rules.innerText()).toMatch(/Open style\.css:\d+[\s\S]*h1[^{]*\{/);
    await page.mouse.click(heading.x, heading.y);
    await expect.poll(() => editor.opened(), { timeout: PATIENCE_MS }).toContain(template.path(place));
    await page.mouse.move(0, 0);
    expect(await page.locator('aside .sec').first().innerText()).toContain('› h1');
  });

  /** How far down the sheet the middle of the first box of a tag is, in CSS pixels. */
  async function middleOf(tag: string, width: number): Promise<number> {
    const revision = /\/api\/(\d+)\//.exec((await picture()) ?? '')?.[1];
    const details = (await (await fetch(`${preview.url}api/${revision}/pages/1.json`)).json()) as PageDetails;
    const box = details.boxes.find((one) => one.tag === tag)?.box;
    if (box === undefined) throw new Error(`the page has no ${tag}`);
    return ((box.y + box.height / 2) * width) / 595.28;
  }

  it('reads boxes and structure, and can be used by keys alone', async () => {
    await page.keyboard.press('3');
    await page.locator('.tree [role=treeitem]').first().waitFor();
    const heading = page.locator('.tree [role=treeitem]', { hasText: /^h1/ }).first();
    await heading.focus();
    await page.keyboard.press(' ');
    await expect
      .poll(() => page.locator('aside').innerText(), { timeout: PATIENCE_MS })
      .toMatch(/Source Serif 4, 400[\s\S]*Open .*invoice\.hbs:\d+/);
    expect(await page.locator('aside .sec').first().innerText()).toContain('body › h1');
    await page.keyboard.press('4');
    await expect.poll(() => page.locator('aside').innerText(), { timeout: PATIENCE_MS }).toMatch(/H1[\s\S]*Faktura/);
    expect(await page.locator('.num').count()).toBeGreaterThan(20);
    await page.keyboard.press('?');
    expect(await page.locator('aside').getAttribute('aria-label')).toBe('Keys');
    await page.getByLabel('Single keys work').uncheck();
    await page.keyboard.press('?');
    await page.locator('main').focus();
    await page.keyboard.press('1');
    expect(new URL(page.url()).searchParams.get('view')).toBe('structure');
  });

  it('has its landmarks, one place of focus after another, and both themes', async () => {
    for (const [role, name] of [
      ['navigation', 'Pages'],
      ['main', 'Pages'],
      ['radiogroup', 'View'],
      ['group', 'Zoom'],
    ] as const) {
      expect(await page.getByRole(role, { name }).count()).toBe(1);
    }
    expect(await page.getByRole('img', { name: 'Page 1 of 1' }).count()).toBe(1);
    const order: (string | null)[] = [];
    await page.evaluate('document.activeElement.blur()');
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Tab');
      order.push(
        await page.evaluate<string | null>('document.activeElement.dataset.key ?? document.activeElement.className'),
      );
    }
    expect(order.slice(0, 10)).toEqual([
      'skip',
      'template',
      'brand',
      'locale',
      'kind',
      'fixture',
      'view-page',
      'verdict',
      'download',
      'thumbnail-1',
    ]);
    const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(await background()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).toBe('rgb(23, 25, 28)');
    // The theme stands in the markup: it is there before any script has run.
    await page.goto(`${preview.url}?fixture=one-line&theme=light`, { waitUntil: 'domcontentloaded' });
    expect(await background()).toBe('rgb(255, 255, 255)');
    await page.waitForSelector('.verdict.ok');
    for (const width of [1000, 700, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const spill = () =>
        page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([width, await spill()]).toEqual([width, 0]);
    }
  });
});
