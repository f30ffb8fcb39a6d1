import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Icon } from '@/components/parts/icon';
import { namedIdentifiers } from '@/utils/paper/identifiers';
import type { Paper } from '@/utils/paper/schema';

/** Kinds that people have at hand. */
const KINDS = ['doi', 'arxiv', 'openreview', 'acl', 'pmid', 'pmcid'] as const;

/** The identifiers of a paper, which are added and taken away at once, each with its check. */
export function IdentifiersField({ paper }: { paper: Paper }) {
  const { edit } = useDesk();
  const [kind, setKind] = useState<string>('doi');
  const [value, setValue] = useState('');

  async function add() {
    if (value.trim() === '') return;
    const done = await edit([paper.id], { add: { identifiers: [{ kind, value: value.trim() }] } });
    if (done) setValue('');
  }

  return (
    <fieldset class="identifiers">
      <legend>{i18n.t('field.identifiers')}</legend>
      <ul>
        {namedIdentifiers(paper.identifiers).map(([name, id]) => (
          <li key={`${name}:${id}`}>
            <code>
              {name}:{id}
            </code>
            <button
              type="button"
              class="mark"
              aria-label={i18n.t('paperPage.takeIdentifier', [`${name}:${id}`])}
              onClick={() => void edit([paper.id], { remove: { identifiers: [{ kind: name, value: id }] } })}
            >
              <Icon of={X} />
            </button>
          </li>
        ))}
      </ul>
      <div class="add-identifier">
        <select
          aria-label={i18n.t('paperPage.kind')}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value)}
        >
          {KINDS.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <input
          aria-label={i18n.t('paperPage.identifier')}
          value={value}
          spellcheck={false}
          onInput={({ currentTarget }) => setValue(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault(); // or the form is saved
            void add();
          }}
        />
        <button type="button" onClick={() => void add()}>
          {i18n.t('paperPage.addIdentifier')}
        </button>
      </div>
    </fieldset>
  );
}
