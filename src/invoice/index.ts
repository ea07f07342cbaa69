/**
 * Floor 1: the invoice as facts. Comes in: integers and checked strings. Goes out: `Invoice`, plain data whose sums add
 * up. Never here: Dintero's wire names, strings for people, input or output.
 */
export type { BrandFacts, InvoiceChannel } from './brand-facts.ts';
export type * from './invoice.ts';
