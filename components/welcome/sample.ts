/** The paper of the first run. It is made up, and never in the library unless the person wants it there. */
import { i18n } from '@/components/browser/words';
import { queryTerms, tokenise } from '@/utils/text/tokens';

export interface Sample {
  title: string;
  authors: string[];
  abstract: string;
}

export function samplePaper(): Sample {
  return {
    title: i18n.t('welcome.sample.title'),
    authors: [i18n.t('welcome.sample.author')],
    abstract: i18n.t('welcome.sample.abstract'),
  };
}

/** The terms of the sample that a query is about, to be marked. */
export function sampleTerms({ title, abstract }: Sample, query: string): ReadonlySet<string> {
  const asked = queryTerms(query);
  const terms = tokenise(`${title} ${abstract}`).map(({ term }) => term);
  return new Set(terms.filter((term) => asked.some((one) => term.startsWith(one))));
}
