import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CollectWish } from '@/storage/collect-wish';
import type { OffprintDatabase } from '@/storage/database';
import type { Paper } from '@/utils/paper/schema';
import type { Sort } from '@/utils/query/query-tree';
import { i18n } from './browser/words';
import { CollectView } from './collect-view';
import { DamagedRecords } from './damaged-records';
import { ExportMenu } from './export-menu';
import { HistoryView } from './history-view';
import { leaveRow } from './hooks/move-focus';
import { useCollectWish } from './hooks/use-collect-wish';
import { useCommands } from './hooks/use-commands';
import { usePanelKeys } from './hooks/use-panel-keys';
import { useSearch } from './hooks/use-search';
import { useSettled } from './hooks/use-settled';
import { useTasks } from './hooks/use-tasks';
import { useUpgrade } from './hooks/use-upgrade';
import { ImportView } from './import-view';
import { LibraryFailure } from './library-failure';
import { titleOf } from './paper-words';
import { ResultsView } from './results-view';
import { SearchHelp } from './search-help';
import { SearchHints } from './search-hints';
import { SearchTools } from './search-tools';
import { SimilarView } from './similar-view';
import { TaskProgress } from './task-progress';
import { TrashView } from './trash-view';
import { UndoBar } from './undo-bar';
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

/** Hints about a query that is still being typed would flicker, so they wait (ms). */
const HINT_MS = 600;
const VIEWS = ['collect', 'import', 'trash', 'history'] as const;
export type View = (typeof VIEWS)[number];

/** Search box, results, and what can be done with them: the whole of popup and side panel. */
export function LibraryPanel({ db, children, banner, views = VIEWS }: LibraryPanelProps) {
  const [view, setView] = useState<'papers' | View>('papers');
  const [query, setQuery] = useState('');
  const root = useRef<HTMLElement>(null);
  const [sort, setSort] = useState<Sort>('relevance');
  /** Kept here, so that a look at another view does not lose it. */
  const [pasted, setPasted] = useState('');
  const [helping, setHelping] = useState(false);
  const [similarTo, setSimilarTo] = useState<Paper>();
  const today = new Date().toISOString().slice(0, 10);
  const asked = { text: query, sort };
  const { results, saved, hints, repaired, changes, similar, onError } = useSearch(db, asked, today);
  const settledHints = useSettled(hints, HINT_MS);
  const { commands, done, failure } = useCommands(db);
  const [task] = useTasks(db);
  useUpgrade(db);

  const [wish, setWish] = useState<CollectWish>();
  useCollectWish((heard) => {
    setWish(heard);
    open('collect');
  });

  const focusBox = () => root.current?.querySelector<HTMLElement>('input[type=search]')?.focus();

  const [remove, restore, forget, emptyTrash] = useMemo(() => {
    const leave = () => root.current && leaveRow(root.current); // the pressed button goes with its paper
    const deed = (act: (id: string, title: string) => unknown) => (paper: Paper) => {
      leave();
      void act(paper.id, titleOf(paper));
    };
    const empty = () => {
      leave();
      void commands.emptyTrash();
    };
    return [deed(commands.remove), deed(commands.restore), deed(commands.forget), empty] as const;
  }, [commands]);

  /** Another list or view is shown from its top. */
  function begin() {
    commands.dismiss();
    root.current?.scrollTo(0, 0);
    scrollTo(0, 0);
  }

  function open(name: 'papers' | View) {
    setView(name);
    setSimilarTo(undefined);
    begin();
  }

  /** Shows the papers again, as they were asked for or the latest of all. */
  const back = (show: () => void) => () => {
    show();
    focusBox();
  };
  const toPapers = back(() => open('papers'));
  const toLatest = back(() => ask('', 'saved'));

  function ask(text: string, order = sort) {
    setQuery(text);
    setSort(order);
    open('papers');
  }

  /** The button "Similar" that was pressed: the focus returns there. */
  const pressed = useRef<Element | null>(null);
  const showSimilar = useCallback((paper: Paper) => {
    pressed.current ??= document.activeElement;
    setSimilarTo(paper);
  }, []);
  useEffect(() => {
    if (similarTo) return;
    if (document.activeElement === document.body) {
      focusBox();
      if (pressed.current instanceof HTMLElement) pressed.current.focus(); // if it is still there
    }
    pressed.current = null;
  }, [similarTo]);

  usePanelKeys(root, {
    onUndo: commands.undo,
    onRedo: commands.redo,
    listing: view !== 'import' && view !== 'collect',
    onBack() {
      if (view !== 'papers') toPapers();
      else if (similarTo) setSimilarTo(undefined);
      else if (helping) setHelping(false);
      else return false;
      return true;
    },
  });

  const listing = view === 'papers' && !similarTo;
  return (
    <main class="library" ref={root}>
      <h1 class="unseen">{i18n.t(view === 'papers' ? 'name' : `views.${view}`)}</h1>
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
                open(view === name ? 'papers' : name);
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
      {task && view !== 'collect' && view !== 'import' && (
        <TaskProgress key={task.entry} db={db} task={task} onCancel={commands.undo} />
      )}
      {view === 'collect' && (
        <CollectView
          key={wish?.at}
          db={db}
          tab={wish?.tab}
          onUndo={commands.undo}
          onClose={toPapers}
          onShow={toLatest}
        />
      )}
      {view === 'import' && (
        <ImportView {...{ db, text: pasted }} onText={setPasted} onUndo={commands.undo} onShow={toLatest} />
      )}
      {view === 'trash' && <TrashView db={db} onRestore={restore} onForget={forget} onEmpty={emptyTrash} />}
      {view === 'history' && <HistoryView db={db} onUndo={commands.undo} />}
      {listing && (
        <SearchTools
          query={query}
          sort={sort}
          helping={helping}
          onQuery={ask}
          onSort={(order) => ask(query, order)}
          onHelp={() => setHelping(!helping)}
        />
      )}
      {listing && helping && <SearchHelp />}
      {view === 'papers' && <DamagedRecords db={db} />}
      {view === 'papers' && similarTo && (
        <SimilarView
          key={similarTo.id}
          changes={changes}
          paper={similarTo}
          find={similar}
          onSimilar={showSimilar}
          onRemove={remove}
          onBack={() => setSimilarTo(undefined)}
        />
      )}
      {listing && results.state === 'loading' && <p class="loading">{i18n.t('search.loading')}</p>}
      {listing && results.state === 'failed' && (
        <LibraryFailure db={db} error={results.error} onImport={() => open('import')} />
      )}
      {view === 'papers' && results.state === 'ready' && (
        // Hidden, not removed, so that the scroll position is kept.
        <div hidden={similarTo !== undefined}>
          <ResultsView
            results={results.value}
            saved={saved}
            query={query.trim()}
            repaired={repaired}
            onSimilar={showSimilar}
            onRestore={restore}
            onRemove={remove}
            onError={onError}
          />
        </div>
      )}
      <UndoBar done={view === 'papers' || view === 'trash' ? done : undefined} onUndo={commands.undo}>
        {listing && <SearchHints hints={settledHints} />}
      </UndoBar>
    </main>
  );
}
