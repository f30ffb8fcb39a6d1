import { i18n } from '@/components/browser/words';
import { parseQuery } from '@/utils/query/parse-query';
import { queryDays } from '@/utils/query/query-days';

const ANY_DAYS = queryDays(new Date(0), () => 0);

/** What of a query cannot be read as it stands, in words; '' if all of it can. */
export function misread(query: string): string {
  const hints = parseQuery(query, ANY_DAYS).hints.filter(({ code }) => code !== 'tooLong');
  return hints.map(({ code, text }) => i18n.t(`hint.${code}`, [text])).join(' ');
}
