import { Ellipsis, Settings } from 'lucide';
import type { ComponentChildren } from 'preact';
import { openOptions } from '@/components/browser/open-options';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { VIEWS, type ViewName } from '@/components/desk/route';
import { NOTHING } from '@/components/desk/selection';
import { Icon } from '@/components/parts/icon';
import { Menu } from '@/components/parts/menu';
import { ExportMenu } from './export-menu';
import { SearchBox } from './search-box';
import { VIEW_PAGES } from './views';

interface ToolbarProps {
  /** Views that this page cannot show. */
  without: readonly ViewName[];
  /** Shows the sheet of keys. */
  onKeys(): void;
  /** What stands before the search box. */
  lead?: ComponentChildren;
  children?: ComponentChildren;
}

/** Views with a button of their own; the others are in the menu. */
const IN_BAR: readonly ViewName[] = ['collect', 'import', 'trash', 'history'];

/** Search box and ways to the views, in one line. */
export function Toolbar({ without, onKeys, lead, children }: ToolbarProps) {
  const { store, commands, go } = useDesk();
  const { view } = store.route.value;
  const shown = VIEWS.filter((name) => !without.includes(name));
  const { density } = store;
  const compact = density.value === 'compact';

  function open(name: ViewName) {
    store.wish.value = undefined; // what is pressed here is about the page in front
    go({ view: view === name ? 'papers' : name });
  }

  return (
    <header class="toolbar">
      {lead}
      <SearchBox />
      <nav aria-label={i18n.t('views.label')}>
        {IN_BAR.filter((name) => shown.includes(name)).map((name) => (
          <button
            type="button"
            class="tool"
            key={name}
            aria-label={i18n.t(`views.${name}`)}
            title={i18n.t(`views.${name}`)}
            aria-pressed={view === name}
            onClick={() => open(name)}
          >
            <Icon of={VIEW_PAGES[name].icon} />
          </button>
        ))}
        <ExportMenu
          onExport={commands.exportTo}
          onMore={() => {
            store.exporting.value = 'library';
          }}
        />
        {children}
        <button
          type="button"
          class="tool"
          aria-label={i18n.t('views.options')}
          title={i18n.t('views.options')}
          onClick={() => void openOptions()}
        >
          <Icon of={Settings} />
        </button>
        <Menu
          class="tool"
          label={i18n.t('views.more')}
          items={() => [
            ...shown
              .filter((name) => !IN_BAR.includes(name))
              .map((name) => ({ name: i18n.t(`views.${name}`), onChoose: () => open(name) })),
            {
              name: i18n.t(compact ? 'views.comfortable' : 'views.compact'),
              onChoose() {
                density.value = compact ? 'comfortable' : 'compact';
              },
            },
            {
              name: i18n.t('select.begin'),
              onChoose() {
                if (view !== 'papers') go({ view: 'papers' });
                store.selection.value ??= NOTHING;
              },
            },
            { name: i18n.t('views.keys'), onChoose: onKeys },
          ]}
        >
          <Icon of={Ellipsis} />
        </Menu>
      </nav>
    </header>
  );
}
