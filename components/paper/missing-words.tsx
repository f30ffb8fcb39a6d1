import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { withoutWord } from '@/utils/query/change-words';

/** More are only counted. */
const SHOWN = 3;

/** The words of the search that a paper has not; pressing one searches without it. */
export function MissingWords({ words }: { words: readonly string[] }) {
  const { store, search } = useDesk();
  if (words.length === 0) return null;
  const more = words.length - SHOWN;
  return (
    <p class="missing">
      {i18n.t('meant.without')}
      {words.slice(0, SHOWN).map((word) => (
        <button
          key={word}
          type="button"
          class="link"
          tabIndex={-1}
          title={i18n.t('meant.searchWithout', [word])}
          onClick={() => search(withoutWord(store.query.value, word))}
        >
          <bdi>{word}</bdi>
        </button>
      ))}
      {more > 0 && <span>{i18n.t('meant.more', [more])}</span>}
    </p>
  );
}
