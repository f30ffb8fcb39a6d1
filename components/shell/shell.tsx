import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { BulkBar } from '@/components/bulk/bulk-bar';
import { useAddress } from '@/components/desk/address';
import { DeskContext } from '@/components/desk/desk';
import type { LastSearch } from '@/components/desk/last-search';
import { openStore } from '@/components/desk/open-store';
import { hashOf, type ViewName } from '@/components/desk/route';
import { useDeskState } from '@/components/desk/use-desk-state';
import { useSavedSearches } from '@/components/desk/use-saved-searches';
import { listInSight } from '@/components/desk/use-selection';
import { useTagColours } from '@/components/desk/use-tag-colours';
import { NoPaper } from '@/components/full-page/no-paper';
import { useColumns } from '@/components/full-page/use-columns';
import { useLeafing } from '@/components/full-page/use-leafing';
import { type Newest, readNewest } from '@/components/hooks/newest';
import { useCollectWish } from '@/components/hooks/use-collect-wish';
import { useCommands } from '@/components/hooks/use-commands';
import type { Reading } from '@/components/hooks/use-live';
import { useOpener } from '@/components/hooks/use-opener';
import { useOptions } from '@/components/hooks/use-options';
import { usePanelKeys } from '@/components/hooks/use-panel-keys';
import { useTasks } from '@/components/hooks/use-tasks';
import { useUpgrade } from '@/components/hooks/use-upgrade';
import { TaskProgress } from '@/components/parts/task-progress';
import { PapersView } from '@/components/views/papers/papers-view';
import { SearchHints } from '@/components/views/papers/search-hints';
import type { OffprintDatabase } from '@/storage/database';
import { FailureAlert } from './failure-alert';
import { KeysSheet } from './keys-sheet';
import { Toolbar } from './toolbar';
import { UndoBar } from './undo-bar';
import { useInnerLinks } from './use-inner-links';
import { useOpenedLinks } from './use-opened-links';
import { useShortcuts } from './use-shortcuts';
import { ExportDialog, loadViews, PaperView, pageOf, SimilarView } from './views';
import './shell.css';

interface ShellProps {
  db: OffprintDatabase;
  /** The newest papers, if a page began to read them before. */
  newest?: Reading<Newest>;
  /** Further buttons beside the search box. */
  children?: ComponentChildren;
  /** What stands above the search box. */
  banner?: ComponentChildren;
  /** Views that this page cannot show. */
  without?: readonly ViewName[];
  /** What was searched for last, where a page is to begin with it. */
  last?: LastSearch;
  /** What stands beside the library on a full page. */
  aside?: ComponentChildren;
  /** What stands before the search box. */
  lead?: ComponentChildren;
}

/** The code of the views is loaded when the list has long been drawn (ms). */
const VIEWS_MS = 500;

/** The frame of popup, side panel and full page: toolbar, one view, what was just done. */
export function Shell({ db, newest: begun, last, children, banner, aside, lead, without = [] }: ShellProps) {
  const root = useRef<HTMLElement>(null);
  const store = useMemo(() => openStore(last), []);
  const newest = useMemo(() => begun ?? readNewest(db), [db, begun]);
  const { commands, done, failure } = useCommands(db);
  const desk = useDeskState(db, store, commands);
  const [task] = useTasks(db);
  const [sheet, setSheet] = useState(false);
  const route = useAddress(store);
  const beside = useColumns(store, aside !== undefined);
  useUpgrade(db);
  useEffect(() => {
    const timer = setTimeout(loadViews, VIEWS_MS);
    return () => clearTimeout(timer);
  }, []);
  useTagColours(db, store);
  useOptions(db);
  useSavedSearches(db, store);
  useCollectWish(!without.includes('collect'), (wish) => {
    store.wish.value = wish;
    desk.go({ view: 'collect' });
  });
  const aPaper = route.view === 'paper' || route.view === 'similar';
  const over = aPaper && !beside;
  /** What stands where the list does. */
  const asked = aPaper ? (store.under.value ?? 'papers') : route.view;
  const below = asked !== 'papers' && asked !== 'nowhere' && without.includes(asked) ? 'nowhere' : asked;
  const listing = route.view === 'papers';
  const selecting = listInSight(store);
  const tellsItself = ['collect', 'import', 'history'].includes(route.view);

  usePanelKeys(root, {
    onUndo: commands.undo,
    onRedo: commands.redo,
    listing: route.view !== 'import' && route.view !== 'collect',
    onBack() {
      if (selecting && store.selection.peek()) store.selection.value = undefined;
      else if (listing) return false;
      else desk.back();
      return true;
    },
  });
  useOpenedLinks(root, desk);
  useInnerLinks(root, desk);
  const leafedTo = useLeafing(root, desk);
  useShortcuts(root, desk, () => setSheet(true));

  useOpener(root, aPaper, beside);

  // Another view is shown from its top. The list under a paper's page stays where it was.
  const place = hashOf(route);
  useEffect(() => {
    if (listing || aPaper) return;
    root.current?.scrollTo(0, 0);
    scrollTo(0, 0);
  }, [place]);

  const page = below === 'papers' ? undefined : pageOf(below, desk);
  return (
    <DeskContext.Provider value={desk}>
      {aside}
      <main class="library" ref={root}>
        <h1 class="unseen">
          {i18n.t(page && !over && below !== 'nowhere' ? `views.${below as ViewName}` : 'name')}
        </h1>
        <div class="under" inert={over}>
          {banner}
          <Toolbar without={without} lead={lead} onKeys={() => setSheet(true)}>
            {children}
          </Toolbar>
          {failure && !over && <FailureAlert failure={failure} />}
          {task && route.view !== 'collect' && route.view !== 'import' && (
            <TaskProgress key={task.entry} db={db} task={task} onCancel={commands.undo} />
          )}
          {/* Hidden, not removed, so that the place in the list is kept. */}
          <div hidden={page !== undefined}>
            <PapersView newest={newest} />
          </div>
          {page}
        </div>
        {route.view === 'paper' && (
          <PaperView id={route.id} field={route.field} leafedTo={leafedTo === route.id}>
            {failure && <FailureAlert failure={failure} />}
          </PaperView>
        )}
        {route.view === 'similar' && <SimilarView key={route.id} id={route.id} />}
        {beside && !aPaper && <NoPaper />}
        <div class="foot">
          <UndoBar done={tellsItself ? undefined : done} onUndo={commands.undo}>
            {listing && <SearchHints hints={store.hints.value} />}
          </UndoBar>
          {selecting && <BulkBar />}
        </div>
        {store.exporting.value && <ExportDialog />}
        {sheet && <KeysSheet onClose={() => setSheet(false)} />}
      </main>
    </DeskContext.Provider>
  );
}
