import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useEscape } from '@/components/hooks/use-escape';
import { useLive } from '@/components/hooks/use-live';
import { TagsInput } from '@/components/paper/tags-input';
import { tagsAmong } from '@/storage/selected';

interface BulkTagsProps {
  ids: readonly string[];
  onClose(): void;
}

/** The tags of several papers: a box is checked if all have the tag, and half so if some do. */
export function BulkTags({ ids, onClose }: BulkTagsProps) {
  const { db, edit } = useDesk();
  const root = useRef<HTMLDivElement>(null);
  const live = useLive(() => tagsAmong(db, ids), [db, ids.join('\n')]);
  const add = (tag: string) => void edit(ids, { add: { tags: [tag] } });
  const remove = (tag: string) => void edit(ids, { remove: { tags: [tag] } });

  useEscape(() => {
    onClose();
    return true;
  });
  useEffect(() => {
    const close = (event: Event) => root.current?.parentElement?.contains(event.target as Node) || onClose();
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [onClose]);

  return (
    <div
      ref={root}
      class="bulk-tags floating appear"
      role="dialog"
      aria-label={i18n.t('select.tagsOf', ids.length)}
    >
      <TagsInput reserved tags={[]} onAdd={add} onRemove={remove} onClose={onClose} />
      <ul aria-label={i18n.t('tags.of')}>
        {live.state === 'ready' &&
          live.value.map(({ tag, count }) => (
            <li key={tag}>
              <TagBox
                tag={tag}
                count={count}
                of={ids.length}
                onPress={() => (count === ids.length ? remove(tag) : add(tag))}
              />
            </li>
          ))}
      </ul>
    </div>
  );
}

interface TagBoxProps {
  tag: string;
  count: number;
  of: number;
  onPress(): void;
}

function TagBox({ tag, count, of, onPress }: TagBoxProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={count === of}
        indeterminate={count < of}
        onClick={(event) => {
          event.preventDefault(); // it shows what is saved
          onPress();
        }}
      />
      <bdi>{tag}</bdi>
      {count < of && <span>{i18n.t('select.some', [String(count), String(of)])}</span>}
    </label>
  );
}
