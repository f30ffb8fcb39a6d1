import { useDesk } from '@/components/desk/desk';
import type { Paper } from '@/utils/paper/schema';
import { TagsInput } from './tags-input';

interface TagsFieldProps {
  paper: Paper;
  /** Leaves the field. Without it, the field stays. */
  onClose?(): void;
  /** Has the focus as soon as it is drawn. */
  focused?: boolean;
}

/** The tags of a saved paper; what is added or removed is saved at once. */
export function TagsField({ paper: { id, tags }, ...more }: TagsFieldProps) {
  const { edit } = useDesk();
  return (
    <TagsInput
      {...more}
      tags={tags}
      onAdd={(tag) => void edit([id], { add: { tags: [tag] } })}
      onRemove={(tag) => void edit([id], { remove: { tags: [tag] } })}
    />
  );
}
