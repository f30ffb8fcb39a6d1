import { ChevronDown } from 'lucide';
import { i18n } from '@/components/browser/words';
import { CiteMenu } from '@/components/paper/cite-menu';
import { Icon } from '@/components/parts/icon';
import { onlinePlaces } from '@/utils/paper/places-online';
import type { Paper } from '@/utils/paper/schema';

/** Where the paper can be read, and how it is cited. */
export function PaperLinks({ paper }: { paper: Paper }) {
  return (
    <div class="paper-links">
      {onlinePlaces(paper).map(({ place, url }) => (
        <a class="button" key={place} href={url} target="_blank" rel="noreferrer noopener">
          {i18n.t(`place.${place}`)}
        </a>
      ))}
      <CiteMenu paper={paper}>
        {i18n.t('cite.cite')}
        <Icon of={ChevronDown} />
      </CiteMenu>
    </div>
  );
}
