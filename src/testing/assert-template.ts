import { Fault, type FaultJson } from '../base/index.ts';
import { lintTemplate } from '../lint-template.ts';
import { type Fixture, loadStandardFixtures } from '../snapshot/index.ts';
import { LOCALES } from '../template/index.ts';
import { checkRandomOrders } from './random-orders.ts';
import { renderPreview } from './render-preview.ts';

export interface AssertTemplateOptions {
  /** Path of a brand file or its content, instead of each fixture's own. */
  readonly brand?: string | object | undefined;
  /** Fixtures beside the standard ones, such as orders of one's own. */
  readonly fixtures?: readonly Fixture[] | undefined;
  /** How many orders by chance are tried too. Default 0. */
  readonly randomOrders?: number | undefined;
  readonly seed?: number | undefined;
}

/** The fixture that is set in every language. */
const EVERY_LANGUAGE = 'four-vat-rates';

/**
 * Everything that a template has to stand: the lint, every standard fixture rendered and read back without a finding, one
 * of them in every language, orders that must be refused refused, and orders by chance if asked for.
 *
 * @throws Error with everything that is wrong, a line each; Fault for a template that is not there
 */
export async function assertTemplate(template: string, options: AssertTemplateOptions = {}): Promise<void> {
  const { brand, fixtures = [], randomOrders = 0, seed } = options;
  const wrong: string[] = [];
  const lint = await lintTemplate(template, typeof brand === 'string' ? { brand } : {});
  wrong.push(...lint.faults.map((fault) => `lint: ${describeFault(fault.toJSON())}`));
  // A template that cannot even be read fails everything else for the same reason.
  if (lint.samples > 0) {
    for (const fixture of [...loadStandardFixtures(), ...fixtures]) {
      const locales = fixture.name === EVERY_LANGUAGE ? LOCALES : [fixture.locale];
      for (const locale of locales) wrong.push(...(await tryFixture(template, fixture, locale, brand)));
    }
    if (wrong.length === 0 && randomOrders > 0) {
      await checkRandomOrders({ template, brand, count: randomOrders, seed });
    }
  }
  if (wrong.length > 0) throw new Error(`Template ${template} is not ready:\n${wrong.join('\n')}`);
}

async function tryFixture(
  template: string,
  fixture: Fixture,
  locale: string,
  brand: AssertTemplateOptions['brand'],
): Promise<readonly string[]> {
  const name = `${fixture.name}, ${locale}`;
  try {
    const { report } = await renderPreview({ template, fixture, locale, brand });
    if (fixture.refusal !== null) return [`${name}: rendered, expected ${fixture.refusal}`];
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    return errors.map(({ message, ruleId }) => `${name}: ${message} (${ruleId})`);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.code === fixture.refusal ? [] : [`${name}: ${describeFault(error.toJSON())}`];
  }
}

function describeFault({ code, message, place }: FaultJson): string {
  const where = place === undefined ? '' : `${place.file}:${place.line}:${place.column} `;
  return `${where}${message} (${code})`;
}
