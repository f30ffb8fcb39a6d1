import type { ComponentChildren } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { exportLibrary } from '@/storage/transfer';
import type { Format } from '@/utils/formats/format';
import { sendMessage } from '@/utils/messages';
import type { Paper } from '@/utils/paper';
import { download } from './download';
import { ExportMenu } from './export-menu';
import { moveFocus } from './move-focus';
import { Notice } from './notice';
import { PaperItem, titleOf } from './paper-item';
import { UndoBar } from './undo-bar';
import { useSearch } from './use-search';
import './library-panel.css';

interface LibraryPanelProps {
  db: OffprintDatabase;
  /** Further buttons beside the search box. */
  children?: ComponentChildren;
}

/** Papers drawn at first and with each "Show more". */
const PAGE = 50;

/** Search box and results: the whole of popup and side panel. */
export function LibraryPanel({ db, children }: LibraryPanelProps) {
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const [removed, setRemoved] = useState<{ title: string; entry: number }>();
  const [failure, setFailure] = useState<string>();
  const root = useRef<HTMLElement>(null);
  const results = useSearch(db, query, limit);

  const remove = useCallback(async (paper: Paper) => {
    const answer = await sendMessage('removePapers', { ids: [paper.id] });
    setFailure(answer.ok ? undefined : i18n.t(`failure.${answer.code}`));
    if (answer.ok) setRemoved({ title: titleOf(paper), entry: answer.value.entry });
    root.current?.querySelector<HTMLElement>('[role=searchbox], input')?.focus();
  }, []);

  async function undo() {
    if (!removed) return;
    const answer = await sendMessage('undo', { entry: removed.entry });
    setFailure(answer.ok ? undefined : i18n.t(`failure.${answer.code}`));
    if (answer.ok) setRemoved(undefined);
  }

  async function exportTo(format: Format) {
    try {
      download(await exportLibrary(db, format, new Date().toISOString()));
    } catch (error) {
      setFailure(i18n.t(`failure.${failureCode(error)}`));
    }
  }

  return (
    <main class="library" ref={root} onKeyDown={(event) => moveFocus(event, event.currentTarget)}>
      <header>
        <input
          type="search"
          aria-label={i18n.t('search.label')}
          placeholder={i18n.t('search.placeholder')}
          value={query}
          autoFocus
          spellcheck={false}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setLimit(PAGE);
          }}
        />
        <ExportMenu onExport={exportTo} />
        {children}
      </header>
      <p role="status" class="status">
        {results.state === 'ready' && i18n.t('search.count', results.value.total)}
        {results.state === 'ready' &&
          results.value.share < 1 &&
          ` · ${i18n.t('search.reading', [Math.floor(results.value.share * 100)])}`}
      </p>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {results.state === 'loading' && <Loading />}
      {results.state === 'failed' && (
        <Notice alarm title={i18n.t('failed.title')} hint={i18n.t(`failure.${failureCode(results.error)}`)}>
          <button type="button" class="primary" onClick={() => location.reload()}>
            {i18n.t('failed.retry')}
          </button>
        </Notice>
      )}
      {results.state === 'ready' && results.value.total === 0 && results.value.share === 1 && (
        <Empty query={query.trim()} />
      )}
      {results.state === 'ready' && (
        <ul aria-label={i18n.t('search.results')}>
          {results.value.hits.map((hit) => (
            <PaperItem key={hit.paper.id} hit={hit} onRemove={remove} />
          ))}
        </ul>
      )}
      {results.state === 'ready' && results.value.total > results.value.hits.length && (
        <button type="button" class="more" onClick={() => setLimit(limit + PAGE)}>
          {i18n.t('search.more')}
        </button>
      )}
      {removed && <UndoBar message={i18n.t('removed.message', [removed.title])} onUndo={undo} />}
    </main>
  );
}

/** Says so only if opening takes longer than a glance. */
function Loading() {
  return <p class="loading">{i18n.t('search.loading')}</p>;
}

function Empty({ query }: { query: string }) {
  if (query !== '')
    return <Notice title={i18n.t('empty.noMatch', [query])} hint={i18n.t('empty.noMatchHint')} />;
  return (
    <Notice title={i18n.t('empty.title')} hint={i18n.t('empty.hint')}>
      <a
        class="button primary"
        href="https://huggingface.co/papers"
        target="_blank"
        rel="noreferrer noopener"
      >
        {i18n.t('empty.open')}
      </a>
    </Notice>
  );
}
