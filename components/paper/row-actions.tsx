import { Ellipsis, FileText, type IconNode, Quote, StickyNote, Tag } from 'lucide';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useSelection } from '@/components/desk/use-selection';
import { holdLetters } from '@/components/hooks/held-letters';
import { Icon } from '@/components/parts/icon';
import { Menu } from '@/components/parts/menu';
import { onlinePlaces } from '@/utils/paper/places-online';
import type { Paper } from '@/utils/paper/schema';
import { CiteMenu } from './cite-menu';
import { titleOf } from './paper-words';

interface RowActionsProps {
  paper: Paper;
  onTags(): void;
}

/** What can be done with a paper in a list: shown while the row is pointed at or has the focus. */
export function RowActions({ paper, onTags }: RowActionsProps) {
  const { go, commands } = useDesk();
  const select = useSelection();
  const places = onlinePlaces(paper);
  const pdf = places.find(({ place }) => place === 'pdf');
  const title = titleOf(paper);
  return (
    <div class="row-actions">
      {pdf && (
        <a
          class="button mark"
          href={pdf.url}
          target="_blank"
          rel="noreferrer noopener"
          tabIndex={-1}
          aria-label={i18n.t('place.pdf')}
          title={i18n.t('place.pdf')}
        >
          <Icon of={FileText} />
        </a>
      )}
      <Action action="tags" name={i18n.t('row.tags')} icon={Tag} onPress={onTags} />
      <Action
        action="note"
        name={i18n.t('row.note')}
        icon={StickyNote}
        onPress={() => {
          holdLetters();
          go({ view: 'paper', id: paper.id, field: 'note' });
        }}
      />
      <CiteMenu paper={paper} class="mark" label={i18n.t('cite.cite')} tabIndex={-1}>
        <Icon of={Quote} />
      </CiteMenu>
      <Menu
        class="mark"
        label={i18n.t('row.more')}
        tabIndex={-1}
        items={() => [
          { name: i18n.t('select.begun'), onChoose: () => select.toggle(paper.id) },
          { name: i18n.t('paper.similar'), onChoose: () => go({ view: 'similar', id: paper.id }) },
          ...places
            .filter(({ place }) => place !== 'pdf')
            .map(({ place, url }) => ({ name: i18n.t('row.openAt', [i18n.t(`place.${place}`)]), href: url })),
          { name: i18n.t('paper.remove'), onChoose: () => void commands.remove(paper.id, title) },
        ]}
      >
        <Icon of={Ellipsis} />
      </Menu>
    </div>
  );
}

interface ActionProps {
  /** By which a key finds it. */
  action: 'tags' | 'note';
  name: string;
  icon: IconNode;
  onPress(): void;
}

function Action({ action, name, icon, onPress }: ActionProps) {
  return (
    <button
      type="button"
      class="mark"
      data-action={action}
      aria-label={name}
      title={name}
      tabIndex={-1}
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  );
}
