import { Star } from 'lucide';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Icon } from '@/components/parts/icon';
import type { Paper } from '@/utils/paper/schema';

/** Stars a paper, or takes its star away. */
export function StarButton({ paper, tabIndex }: { paper: Paper; tabIndex?: number }) {
  const { edit } = useDesk();
  const name = i18n.t(paper.starred ? 'row.unstar' : 'row.star');
  return (
    <button
      type="button"
      class={`mark star ${paper.starred ? 'on' : ''}`.trim()}
      aria-label={name}
      title={name}
      tabIndex={tabIndex}
      onClick={() => void edit([paper.id], { set: { starred: !paper.starred } })}
    >
      <Icon of={Star} />
    </button>
  );
}
