import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CollectWish } from '@/storage/collect-wish';
import type { OffprintDatabase } from '@/storage/database';
import type { Paper } from '@/utils/paper';
import type { Sort } from '@/utils/query/query-tree';
import { CollectView } from './collect-view';
import { ExportMenu } from './export-menu';
import { HistoryView } from './history-view';
import { ImportView } from './import-view';
import { LibraryFailure } from './library-failure';
import { moveFocus } from './move-focus';
import { titleOf } from './paper-item';
import { ResultsView } from './results-view';
import { SearchHelp } from './search-help';
import { SearchTools } from './search-tools';
import { SimilarView } from './similar-view';
import { TrashView } from './trash-view';
import { UndoBar } from './undo-bar';
import { useCollectWish } from './use-collect-wish';
import { useCommands } from './use-commands';
import { useSearch } from './use-search';
import { useSettled } from './use-settled';
import './library-panel.css';

interface LibraryPanelProps {
  db: OffprintDatabase;
  /** Further buttons beside the search box. */
  children?: ComponentChildren;
  /** What stands above the search box. */
  banner?: ComponentChildren;
  /** Views beside the papers. */
  views?: readonly View[];
}

/** Papers drawn at first and with each "Show more". */
const PAGE = 50;
/** A hint about a query that is still being typed would flicker. */
const HINT_MS = 600;
const VIEWS = ['collect', 'import', 'trash', 'history'] as const;
export type View = (typeof VIEWS)[number];

/** Search box, results, and what can be done with them: the whole of popup and side panel. */
export function LibraryPanel({ db, children, banner, views = VIEWS }: LibraryPanelProps) {
  const [view, setView] = useState<'papers' | View>('papers');
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const root = useRef<HTMLElement>(null);
  const [sort, setSort] = useState<Sort>('relevance');
  const [helping, setHelping] = useState(false);
  const [similarTo, setSimilarTo] = useState<Paper>();
  const today = new Date().toISOString().slice(0, 10);
  const { results, hints, repaired, changes, similar } = useSearch(db, { text: query, sort, limit }, today);
  const settledHints = useSettled(hints, HINT_MS);
  const { commands, done, failure } = useCommands(db);

  const [wish, setWish] = useState<CollectWish>();
  useCollectWish((heard) => {
    setWish(heard);
    setView('collect');
  });

  const focusBox = () => root.current?.querySelector<HTMLElement>('input[type=search]')?.focus();
  useEffect(focusBox, []);

  const remove = useCallback(
    (paper: Paper) => {
      void commands.remove(paper.id, titleOf(paper));
      focusBox(); // the pressed button goes with its paper
    },
    [commands],
  );

  function ask(text: string) {
    setQuery(text);
    setLimit(PAGE);
    setView('papers');
    setSimilarTo(undefined);
  }

  async function undo(entry?: number) {
    focusBox(); // the pressed button goes
    await commands.undo(entry);
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // In a field with text of its own, the browser's undo is meant.
      const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const typing = field && (event.target.value !== '' || event.target instanceof HTMLTextAreaElement);
      if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !typing) void commands.undo();
      else if (root.current?.querySelector('[role=status]')) moveFocus(event, root.current);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands]);

  return (
    <main class="library" ref={root}>
      {banner}
      <header>
        <input
          type="search"
          aria-label={i18n.t('search.label')}
          placeholder={i18n.t('search.placeholder')}
          value={query}
          spellcheck={false}
          onInput={(event) => ask(event.currentTarget.value)}
        />
        {children}
        <nav>
          {views.map((name) => (
            <button
              type="button"
              class="quiet"
              key={name}
              aria-pressed={view === name}
              onClick={() => {
                setWish(undefined); // what is pressed here is about the page in front
                setView(view === name ? 'papers' : name);
              }}
            >
              {i18n.t(`views.${name}`)}
            </button>
          ))}
          <ExportMenu onExport={commands.exportTo} />
        </nav>
      </header>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {view === 'collect' && (
        <CollectView
          key={wish?.at}
          db={db}
          tab={wish?.tab}
          onUndo={commands.undo}
          onClose={() => setView('papers')}
        />
      )}
      {view === 'import' && <ImportView db={db} onUndo={commands.undo} />}
      {view === 'trash' && <TrashView db={db} onRestore={commands.restore} />}
      {view === 'history' && <HistoryView db={db} onUndo={commands.undo} />}
      {view === 'papers' && !similarTo && (
        <SearchTools
          query={query}
          sort={sort}
          hints={settledHints}
          helping={helping}
          onQuery={ask}
          onSort={setSort}
          onHelp={() => setHelping(!helping)}
        />
      )}
      {view === 'papers' && !similarTo && helping && <SearchHelp />}
      {view === 'papers' && similarTo && (
        <SimilarView
          key={similarTo.id}
          changes={changes}
          paper={similarTo}
          find={similar}
          onSimilar={setSimilarTo}
          onRemove={remove}
          onBack={() => {
            setSimilarTo(undefined);
            focusBox();
          }}
        />
      )}
      {view === 'papers' && !similarTo && results.state === 'loading' && (
        <p class="loading">{i18n.t('search.loading')}</p>
      )}
      {view === 'papers' && !similarTo && results.state === 'failed' && (
        <LibraryFailure db={db} error={results.error} onImport={() => setView('import')} />
      )}
      {view === 'papers' && !similarTo && results.state === 'ready' && (
        <ResultsView
          results={results.value}
          query={query.trim()}
          repaired={repaired}
          onSimilar={setSimilarTo}
          onRestore={(paper) => {
            void commands.restore(paper.id, titleOf(paper));
            focusBox();
          }}
          onRemove={remove}
          onMore={() => setLimit(limit + PAGE)}
        />
      )}
      <UndoBar done={view === 'papers' || view === 'trash' ? done : undefined} onUndo={undo} />
    </main>
  );
}
