import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { fieldName } from '@/components/hooks/field-name';
import { useOnce } from '@/components/hooks/use-once';
import { titleOf } from '@/components/paper/paper-words';
import { addedOf } from '@/components/views/paper/typed';
import { findByIdentifier } from '@/storage/find-paper';
import { sendMessage } from '@/utils/messages';
import type { EditableField } from '@/utils/paper/fields';
import '@/components/views/paper/edit-form.css';

const FIELDS: readonly EditableField[] = ['title', 'authors', 'publishedAt', 'venue', 'url', 'abstract'];

/** A paper that no page shows: typed by hand. Nothing is fetched; a known identifier leads to the paper that has it. */
export function AddView() {
  const { db, go, commands } = useDesk();
  const [typed, setTyped] = useState<Partial<Record<EditableField, string>>>({});
  const [identifier, setIdentifier] = useState('');
  const known = useOnce(
    async () => (identifier.trim() ? findByIdentifier(db, identifier.trim()) : undefined),
    [db, identifier],
  );

  async function add(event: Event) {
    event.preventDefault();
    const added = await commands.ask(sendMessage('addPaper', addedOf(typed, identifier)));
    if (added) go({ view: 'paper', id: 'held' in added ? added.held : added.id });
  }

  return (
    <form class="edit-form" onSubmit={add} aria-label={i18n.t('views.add')}>
      <div class="edit-field">
        <label for="add-identifier">{i18n.t('add.identifier')}</label>
        <input
          id="add-identifier"
          value={identifier}
          spellcheck={false}
          onInput={({ currentTarget }) => setIdentifier(currentTarget.value)}
        />
        {known && (
          <p class="lock" role="status">
            {i18n.t(known.trashed ? 'add.knownTrashed' : 'add.known', [titleOf(known.paper)])}
            <button type="button" class="link" onClick={() => go({ view: 'paper', id: known.paper.id })}>
              {i18n.t('add.show')}
            </button>
          </p>
        )}
      </div>
      {FIELDS.map((field) => (
        <div class="edit-field" key={field}>
          <label for={`add-${field}`}>{fieldName(field)}</label>
          {field === 'abstract' || field === 'authors' ? (
            <textarea
              id={`add-${field}`}
              dir="auto"
              rows={field === 'abstract' ? 6 : 2}
              value={typed[field] ?? ''}
              onInput={({ currentTarget }) => setTyped({ ...typed, [field]: currentTarget.value })}
            />
          ) : (
            <input
              id={`add-${field}`}
              dir="auto"
              value={typed[field] ?? ''}
              placeholder={field === 'publishedAt' ? 'YYYY-MM-DD' : undefined}
              onInput={({ currentTarget }) => setTyped({ ...typed, [field]: currentTarget.value })}
            />
          )}
        </div>
      ))}
      <div class="form-end">
        <button type="submit" class="primary">
          {i18n.t('add.add')}
        </button>
      </div>
    </form>
  );
}
