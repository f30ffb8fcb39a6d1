import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Highlighted } from '@/components/parts/highlighted';
import { drawnTag } from './tag-look';
import { useTagHue } from './use-tag-hue';
import './tags.css';

const NO_TERMS: ReadonlySet<string> = new Set();

interface TagChipsProps {
  tags: readonly string[];
  terms?: ReadonlySet<string>;
  /** Tags that are shown; of the others only their number is told. */
  shown: number;
  tabIndex?: number | undefined;
}

/** Tags, each leading to the papers that have exactly this one. */
export function TagChips({ tags, terms = NO_TERMS, shown, tabIndex }: TagChipsProps) {
  const { search } = useDesk();
  const hueOf = useTagHue();
  if (tags.length === 0) return null;
  const more = tags.length - shown;
  return (
    <span class="tag-chips">
      {tags.slice(0, shown).map((tag) => (
        <button
          type="button"
          class="tag-chip"
          key={tag}
          tabIndex={tabIndex}
          title={i18n.t('row.search', [tag])}
          style={{ '--hue': hueOf(tag) }}
          onClick={() => search(`tag:="${tag}"`)}
        >
          <bdi>
            <Highlighted text={drawnTag(tag)} terms={terms} />
          </bdi>
        </button>
      ))}
      {more > 0 && <span title={tags.slice(shown).join(', ')}>+{more}</span>}
    </span>
  );
}
