import { ChevronDown } from 'lucide';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { asMarkdownLink, asPlainText } from '@/components/paper/cite';
import { Icon } from '@/components/parts/icon';
import { Menu } from '@/components/parts/menu';
import { onlinePlaces } from '@/utils/paper/places-online';
import type { Paper } from '@/utils/paper/schema';

/** Where the paper can be read, and how it is cited. */
export function PaperLinks({ paper }: { paper: Paper }) {
  const { commands } = useDesk();
  const copy = (text: string) => () => void commands.copy(text);
  return (
    <div class="paper-links">
      {onlinePlaces(paper).map(({ place, url }) => (
        <a class="button" key={place} href={url} target="_blank" rel="noreferrer noopener">
          {i18n.t(`place.${place}`)}
        </a>
      ))}
      <Menu
        items={() => [
          { name: i18n.t('cite.plain'), onChoose: copy(asPlainText(paper)) },
          { name: i18n.t('cite.markdown'), onChoose: copy(asMarkdownLink(paper)) },
        ]}
      >
        {i18n.t('cite.cite')}
        <Icon of={ChevronDown} />
      </Menu>
    </div>
  );
}
