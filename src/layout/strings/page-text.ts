import type { PageCounterName, PageText, StringMoment } from '../../document/index.ts';

/** What text that differs from page to page says on one page. */
export interface PageTexts {
  readonly counters: Readonly<Record<PageCounterName, string>>;
  readonly stringAt: (name: string, moment: StringMoment) => string;
}

export function toPageTexts(page: number, pages: number, stringAt: PageTexts['stringAt']): PageTexts {
  const counters = { page, pages, 'previous-page': page - 1, 'next-page': page + 1 };
  return {
    counters: {
      page: String(counters.page),
      pages: String(counters.pages),
      'previous-page': String(counters['previous-page']),
      'next-page': String(counters['next-page']),
    },
    stringAt,
  };
}

export function textOn({ counters, stringAt }: PageTexts, text: PageText): string {
  return text.kind === 'counter' ? counters[text.name] : stringAt(text.name, text.moment);
}

/** A fact's name with the numbers of pages in it: `carriedForward.{page}` on page 2 is `carriedForward.2`. */
export function factOn({ counters }: PageTexts, fact: string | null): string | null {
  if (fact === null || !fact.includes('{')) return fact;
  return fact.replace(/\{(page|previous-page|next-page)\}/g, (_, name: PageCounterName) => counters[name]);
}
