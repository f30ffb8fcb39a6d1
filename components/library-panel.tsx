import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OffprintDatabase } from '@/storage/database';
import type { Paper } from '@/utils/paper';
import { CollectView } from './collect-view';
import { ExportMenu } from './export-menu';
import { HistoryView } from './history-view';
import { ImportView } from './import-view';
import { LibraryFailure } from './library-failure';
import { moveFocus } from './move-focus';
import { titleOf } from './paper-item';
import { ResultsView } from './results-view';
import { TrashView } from './trash-view';
import { UndoBar } from './undo-bar';
import { useCollectWish } from './use-collect-wish';
import { useCommands } from './use-commands';
import { useSearch } from './use-search';
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
const VIEWS = ['collect', 'import', 'trash', 'history'] as const;
export type View = (typeof VIEWS)[number];

/** Search box, results, and what can be done with them: the whole of popup and side panel. */
export function LibraryPanel({ db, children, banner, views = VIEWS }: LibraryPanelProps) {
  const [view, setView] = useState<'papers' | View>('papers');
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const root = useRef<HTMLElement>(null);
  const results = useSearch(db, query, limit);
  const { commands, done, failure } = useCommands(db);

  const wish = useCollectWish();
  useEffect(() => {
    if (wish) setView('collect');
  }, [wish]);

  const focusBox = () => root.current?.querySelector<HTMLElement>('input[type=search]')?.focus();
  useEffect(focusBox, []);

  const remove = useCallback(
    (paper: Paper) => {
      void commands.remove(paper.id, titleOf(paper));
      focusBox(); // the pressed button goes with its paper
    },
    [commands],
  );

  async function undo(entry?: number) {
    focusBox(); // the pressed button goes
    await commands.undo(entry);
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // In a field with text of its own, the browser's undo is meant.
      const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const typing = field && (event.target as HTMLInputElement).value !== '';
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
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setLimit(PAGE);
            setView('papers');
          }}
        />
        {children}
        <nav>
          {views.map((name) => (
            <button
              type="button"
              class="quiet"
              key={name}
              aria-pressed={view === name}
              onClick={() => setView(view === name ? 'papers' : name)}
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
      {view === 'papers' && results.state === 'loading' && <p class="loading">{i18n.t('search.loading')}</p>}
      {view === 'papers' && results.state === 'failed' && (
        <LibraryFailure db={db} error={results.error} onImport={() => setView('import')} />
      )}
      {view === 'papers' && results.state === 'ready' && (
        <ResultsView
          results={results.value}
          query={query.trim()}
          onRemove={remove}
          onMore={() => setLimit(limit + PAGE)}
        />
      )}
      <UndoBar done={view === 'papers' || view === 'trash' ? done : undefined} onUndo={undo} />
    </main>
  );
}
