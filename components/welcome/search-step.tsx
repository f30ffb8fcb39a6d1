import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useOnce } from '@/components/hooks/use-once';
import { Highlighted } from '@/components/parts/highlighted';
import { type Sample, sampleTerms } from './sample';

interface SearchStepProps {
  sample: Sample;
  /** Whether there is anything to find. */
  saved: boolean;
  onFound(): void;
}

/** A search in what was saved on this page, with the words and rules of the library's own. */
export function SearchStep({ sample, saved, onFound }: SearchStepProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const search = useOnce(async () => {
    const { createSmallSearch } = await import('@/utils/query/small-search');
    return createSmallSearch([sample], ({ title, authors, abstract }) => ({
      ...{ title, abstract, authors: authors.join(' ') },
    }));
  }, [sample]);
  const asked = query.trim() !== '';
  const exact = asked && search ? search(query, false).size : 0;
  const found = saved && asked && search !== undefined && (exact > 0 || search(query, true).size > 0);
  const terms = sampleTerms(sample, query);
  useEffect(() => {
    if (found) onFound();
  }, [found]);

  return (
    <>
      <p id={id}>{i18n.t(saved ? 'welcome.searchHint' : 'welcome.saveFirst')}</p>
      <input
        type="search"
        class={saved && !found ? 'beckons' : undefined}
        aria-label={i18n.t('search.label')}
        aria-describedby={id}
        value={query}
        disabled={!saved}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <p class="unseen" role="status">
        {saved && asked && search && i18n.t('search.count', found ? 1 : 0)}
      </p>
      {found && (
        <ul class="found" aria-label={i18n.t('search.results')}>
          <li>
            <h3>
              <Highlighted text={sample.title} terms={terms} />
            </h3>
            <p>
              <Highlighted text={sample.abstract} terms={terms} />
            </p>
          </li>
        </ul>
      )}
    </>
  );
}
