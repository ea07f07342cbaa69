// `npm run draw:preview`: takes the pictures of docs/preview.md from the page itself, in Debian's Chromium: the facts of an
// order, light, and a changed template against the approved one, dark. To be run where nothing else does, since the page
// says how long it took.
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startPreview } from '../dist/preview/index.js';

const CHROMIUM = '/usr/bin/chromium';
const COMPACT = { brand: 'fjord-kaffe', locale: 'nb', kind: 'invoice', fixture: 'compact-comp' };

const folder = mkdtempSync(join(tmpdir(), 'draw-preview-'));
const template = join(folder, 'compact');
cpSync('templates/compact', template, { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
try {
  await draw({ template: 'classic' }, { ...COMPACT, fixture: 'classic-comp' }, 'facts', 'light', async (page) => {
    await page.waitForSelector('.verdict.ok');
  });
  await draw({ template }, COMPACT, 'compare', 'dark', async (page) => {
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.waitForSelector('.verdict.ok');
    await page.getByText('As approved').first().waitFor();
    appendFileSync(join(template, 'style.css'), '\n.pay-row.second { padding-top: 1mm }\n');
    await page.locator('.chg li').first().waitFor();
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A preview and a page of its own; what is on it once `act` is done and everything has come to rest. */
async function draw(options, choice, view, theme, act) {
  const preview = await startPreview({ ...options, port: 0, environment: {}, clock: () => new Date() });
  const page = await browser.newPage({ viewport: { width: 1440, height: 960 } });
  await page.goto(`${preview.url}?${new URLSearchParams({ ...choice, view, theme })}`);
  await act(page);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `docs/images/preview-${view}${theme === 'dark' ? '-dark' : ''}.png` });
  await page.close();
  await preview.close();
}
