/** The registry of views: one row is a view's name, its icon, and how it is drawn. */
import {
  Bookmark,
  BookOpen,
  Copy,
  Download,
  FilePlus,
  History,
  type IconNode,
  ListPlus,
  Tags,
  Trash2,
} from 'lucide';
import type { ComponentChildren } from 'preact';
import { i18n } from '@/components/browser/words';
import { type Desk, useDesk } from '@/components/desk/desk';
import type { ViewName } from '@/components/desk/route';
import { titleOf } from '@/components/paper/paper-words';
import { RowTags } from '@/components/paper/row-tags';
import { later } from '@/components/parts/later';
import { Notice } from '@/components/parts/notice';

// Only the list is there from the start: with all views, a page loaded 820 kB before its first rows instead of 300 (2026-11-27).
export const PaperView = later(async () => (await import('@/components/views/paper/paper-view')).PaperView);
export const SimilarView = later(
  async () => (await import('@/components/views/similar/similar-view')).SimilarView,
);
export const ExportDialog = later(
  async () => (await import('@/components/export/export-dialog')).ExportDialog,
);
const AddView = later(async () => (await import('@/components/views/add/add-view')).AddView);
const CollectView = later(async () => (await import('@/components/views/collect/collect-view')).CollectView);
const DuplicatesView = later(
  async () => (await import('@/components/views/duplicates/duplicates-view')).DuplicatesView,
);
const HistoryView = later(async () => (await import('@/components/views/history/history-view')).HistoryView);
const ImportView = later(async () => (await import('@/components/views/import/import-view')).ImportView);
const QueueView = later(async () => (await import('@/components/views/queue/queue-view')).QueueView);
const SearchesView = later(
  async () => (await import('@/components/views/searches/searches-view')).SearchesView,
);
const TagsView = later(async () => (await import('@/components/views/tags/tags-view')).TagsView);
const TrashView = later(async () => (await import('@/components/views/trash/trash-view')).TrashView);
const ALL = [
  PaperView,
  RowTags,
  SimilarView,
  ExportDialog,
  AddView,
  CollectView,
  DuplicatesView,
  HistoryView,
  ImportView,
  QueueView,
  SearchesView,
  TagsView,
  TrashView,
];

interface View {
  icon: IconNode;
  draw(desk: Desk): ComponentChildren;
}

const toPapers = ({ go }: Desk) => go({ view: 'papers' });

function toLatest(desk: Desk): void {
  desk.store.sort.value = 'saved';
  desk.search('');
}

export const VIEW_PAGES: Readonly<Record<ViewName, View>> = {
  collect: {
    icon: ListPlus,
    draw(desk) {
      const wish = desk.store.wish.value;
      return (
        <CollectView
          key={wish?.at}
          db={desk.db}
          tab={wish?.tab}
          onUndo={desk.commands.undo}
          onClose={() => toPapers(desk)}
          onShow={() => toLatest(desk)}
        />
      );
    },
  },
  import: {
    icon: Download,
    draw(desk) {
      const { pasted, brought } = desk.store;
      return (
        <ImportView
          db={desk.db}
          text={pasted.value}
          onText={(text) => {
            pasted.value = text;
          }}
          given={brought.value}
          onTaken={() => {
            brought.value = undefined;
          }}
          onUndo={desk.commands.undo}
          onShow={() => toLatest(desk)}
        />
      );
    },
  },
  searches: { icon: Bookmark, draw: () => <SearchesView /> },
  queue: { icon: BookOpen, draw: () => <QueueView /> },
  tags: { icon: Tags, draw: () => <TagsView /> },
  duplicates: { icon: Copy, draw: () => <DuplicatesView /> },
  add: { icon: FilePlus, draw: () => <AddView /> },
  trash: {
    icon: Trash2,
    draw({ db, commands }) {
      return (
        <TrashView
          db={db}
          onRestore={(paper) => void commands.restore(paper.id, titleOf(paper))}
          onForget={(paper) => void commands.forget(paper.id)}
          onEmpty={() => void commands.emptyTrash()}
        />
      );
    },
  },
  history: { icon: History, draw: ({ db, commands }) => <HistoryView db={db} onUndo={commands.undo} /> },
};

/** What stands in the place of the list. */
export function pageOf(view: ViewName | 'nowhere', desk: Desk): ComponentChildren {
  return view === 'nowhere' ? <Nowhere /> : VIEW_PAGES[view].draw(desk);
}

/** Says that an address leads to nothing that is here. */
function Nowhere() {
  const { go } = useDesk();
  return (
    <Notice title={i18n.t('nowhere.title')} hint={i18n.t('nowhere.hint')}>
      <button type="button" class="primary" onClick={() => go({ view: 'papers' })}>
        {i18n.t('nowhere.show')}
      </button>
    </Notice>
  );
}

/** Loads all views, so that each is drawn at once when it is wanted. */
export async function loadViews(): Promise<void> {
  for (const { load } of ALL) await load().catch(() => undefined); // it is tried again when the view is wanted
}
