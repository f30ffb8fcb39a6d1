import { i18n } from '@/components/browser/words';
import type { Hint } from '@/utils/query/parse-query';
import './list-line.css';

interface SearchHintsProps {
  hints: readonly Hint[];
}

/** More would hide what was found. */
const SHOWN = 3;

/** What in the search box was misread. */
export function SearchHints({ hints }: SearchHintsProps) {
  if (hints.length === 0) return null;
  return (
    <ul class="hints" aria-label={i18n.t('tools.hints')}>
      {hints.slice(0, SHOWN).map(({ code, text, start }) => (
        <li key={`${code} ${start}`}>{i18n.t(`hint.${code}`, [text])}</li>
      ))}
    </ul>
  );
}
