import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { EditableField } from '@/utils/paper/fields';
import type { Paper } from '@/utils/paper/schema';
import { EditField } from './edit-field';
import { IdentifiersField } from './identifiers-field';
import { patchOf, type Typed, typedOf } from './typed';
import './edit-form.css';

export interface EditFormProps {
  paper: Paper;
  typed: Typed;
  onType(change: (before: Typed) => Typed): void;
  /** It was saved, or given up. */
  onDone(): void;
}

/** In the order in which a person reads them. */
const ORDER: readonly EditableField[] = [
  'title',
  'authors',
  'abstract',
  'publishedAt',
  'type',
  'venue',
  'volume',
  'issue',
  'pages',
  'publisher',
  'editors',
  'organization',
  'url',
  'code',
  'project',
  'isbn',
  'issn',
];

/** Mends what sources say of a paper. What is changed here is locked against pages; it can be given back to them. */
export function EditForm({ paper, typed, onType, onDone }: EditFormProps) {
  const { edit } = useDesk();
  const patch = patchOf(paper, typed);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  const changed = Object.keys(patch).length > 0;

  async function save(event: Event) {
    event.preventDefault();
    if (!changed || (await edit([paper.id], patch))) onDone();
  }

  return (
    <form
      ref={form}
      class="edit-form"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault(); // else the whole page would be left
        onDone();
      }}
      aria-label={i18n.t('paperPage.edit')}
    >
      {ORDER.map((field) => (
        <EditField
          key={field}
          paper={paper}
          field={field}
          value={typed[field] ?? typedOf(paper, field)}
          onType={(value) => onType((before) => ({ ...before, [field]: value }))}
          onGiveBack={() => {
            onType(({ [field]: _, ...rest }) => rest);
            void edit([paper.id], { restore: [field] });
          }}
        />
      ))}
      <IdentifiersField paper={paper} />
      <div class="form-end">
        <button type="submit" class="primary">
          {i18n.t('paperPage.save')}
        </button>
        <button type="button" onClick={onDone}>
          {i18n.t('paperPage.cancel')}
        </button>
      </div>
    </form>
  );
}
