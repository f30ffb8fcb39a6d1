import { ChevronDown, Circle, Ellipsis, RotateCcw, Star, Tag, Trash2, X } from 'lucide';
import { useState } from 'preact/hooks';
import { openTabs } from '@/components/browser/open-tabs';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { Selection } from '@/components/desk/selection';
import { useSelection } from '@/components/desk/use-selection';
import { Icon } from '@/components/parts/icon';
import { Menu, type MenuItem } from '@/components/parts/menu';
import { holdsForAll } from '@/storage/selected';
import { sendMessage } from '@/utils/messages';
import { onlinePlaces, pageOnline } from '@/utils/paper/places-online';
import { BulkTags } from './bulk-tags';
import './bulk-bar.css';

const STATUSES = ['unread', 'reading', 'read'] as const;
/** Tabs opened at once. More are a mistake more often than a wish. */
const MOST_TABS = 25;

/** What can be done with the papers that are selected. Each is one step to undo. Nothing while none are being selected. */
export function BulkBar() {
  const { selection } = useDesk().store;
  return selection.value ? <Bar selection={selection.value} /> : null;
}

function Bar({ selection }: { selection: Selection }) {
  const { db, store, commands, edit } = useDesk();
  const select = useSelection();
  const [tagging, setTagging] = useState(false);
  const [busy, setBusy] = useState(false);
  const ids = [...selection.ids];
  const none = ids.length === 0 || busy;
  const { total = 0, trashed = false } = store.listed.value ?? {};

  /** Does something with the papers; meanwhile nothing else can be pressed. */
  async function act(work: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    await work().finally(() => setBusy(false));
  }
  const star = () =>
    act(async () => {
      const starred = await holdsForAll(db, ids, (paper) => paper.starred);
      await edit(ids, { set: { starred: !starred } });
    });
  const move = (to: 'trash' | 'library') =>
    act(async () => {
      if ((await commands.moveAll(ids, to)) !== undefined) select.drop(ids);
    });

  return (
    <section class="bulk-bar" aria-label={i18n.t('select.bar')}>
      <p aria-live="polite">
        {i18n.t('select.count', ids.length)}
        {ids.length < total && (
          <button type="button" class="link" onClick={() => void act(select.all)}>
            {i18n.t('select.all', total)}
          </button>
        )}
      </p>
      <div class="bulk-acts">
        {trashed ? (
          <Act
            name={i18n.t('trash.restore')}
            icon={RotateCcw}
            off={none}
            onPress={() => void move('library')}
          />
        ) : (
          <>
            <div>
              <Act
                name={i18n.t('row.tags')}
                icon={Tag}
                off={none}
                open={tagging && !none}
                onPress={() => setTagging(!tagging)}
              />
              {tagging && ids.length > 0 && <BulkTags ids={ids} onClose={() => setTagging(false)} />}
            </div>
            <Menu
              label={i18n.t('select.status')}
              disabled={none}
              items={() =>
                STATUSES.map((status) => ({
                  name: i18n.t(`select.as.${status}`),
                  onChoose: () => void act(() => edit(ids, { set: { status } })),
                }))
              }
            >
              <Icon of={Circle} />
              <Icon of={ChevronDown} />
            </Menu>
            <Act name={i18n.t('row.star')} icon={Star} off={none} onPress={() => void star()} />
            <Act name={i18n.t('paper.remove')} icon={Trash2} off={none} onPress={() => void move('trash')} />
            <Menu label={i18n.t('select.more')} disabled={none} items={further}>
              <Icon of={Ellipsis} />
            </Menu>
          </>
        )}
        <Act name={i18n.t('select.done')} icon={X} onPress={select.end} />
      </div>
    </section>
  );

  function further(): MenuItem[] {
    const tabs = Math.min(ids.length, MOST_TABS);
    return [
      {
        name: i18n.t(tabs < ids.length ? 'select.openFirst' : 'select.open', tabs),
        onChoose: () =>
          void act(async () => {
            // Its PDF only if there is no page about it.
            const papers = await db.papers.bulkGet(ids.slice(0, tabs));
            await openTabs(
              papers.flatMap((paper) => (paper && (pageOnline(paper) ?? onlinePlaces(paper)[0]?.url)) ?? []),
            );
          }),
      },
      ...(ids.length === 2
        ? [
            {
              name: i18n.t('duplicates.same'),
              onChoose: () =>
                void act(async () => {
                  if (await commands.ask(sendMessage('joinPapers', { ids }))) select.end();
                }),
            },
          ]
        : []),
      {
        name: i18n.t('select.export'),
        onChoose() {
          store.exporting.value = 'selection';
        },
      },
    ];
  }
}

interface ActProps {
  name: string;
  icon: typeof Star;
  off?: boolean;
  /** Of a button that opens something: whether it is open. */
  open?: boolean;
  onPress(): void;
}

function Act({ name, icon, off = false, open, onPress }: ActProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      disabled={off}
      aria-expanded={open}
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  );
}
