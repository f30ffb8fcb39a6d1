import { X } from 'lucide';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { Icon } from '@/components/parts/icon';
import { allTags } from '@/storage/tags';
import { type Choice, tagChoices } from './tag-choices';
import { useTagHue } from './use-tag-hue';
import './tags-input.css';

interface TagsInputProps {
  tags: readonly string[];
  onAdd(tag: string): void;
  onRemove(tag: string): void;
  /** Leaves the field. Without it, the field stays. */
  onClose?(): void;
  /** Has the focus as soon as it is drawn. */
  focused?: boolean;
  /** Completes only what is typed; else it offers tags as soon as it has the focus. */
  reserved?: boolean;
}

/** Tags, with a field that completes those of the library (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */
export function TagsInput({
  tags,
  onAdd,
  onRemove,
  onClose,
  focused = onClose !== undefined,
  reserved = false,
}: TagsInputProps) {
  const { db } = useDesk();
  const hueOf = useTagHue();
  const [typed, setTyped] = useState('');
  const [opened, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const open = opened && !(reserved && typed === '');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const known = useLive(() => allTags(db), [db]);
  const choices = useMemo(
    () => tagChoices(known.state === 'ready' ? known.value : [], tags, typed),
    [known, tags, typed],
  );

  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);

  function add(tag: string) {
    setTyped('');
    setActive(0);
    if (tag.trim()) onAdd(tag.trim());
  }

  function remove(tag: string) {
    onRemove(tag);
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Enter' || key === ',') add(open && choices[active] ? choices[active].tag : typed);
    else if (key === 'ArrowDown') setActive(open ? Math.min(active + 1, choices.length - 1) : 0);
    else if (key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (key === 'Backspace' && typed === '' && tags.length > 0) remove(tags.at(-1) as string);
    else if (key === 'Escape' && open) setOpen(false);
    else if (key === 'Escape' && onClose) onClose();
    else return;
    if (key.startsWith('Arrow')) setOpen(true);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="tags-field">
      <ul aria-label={i18n.t('tags.of')}>
        {tags.map((tag) => (
          <li key={tag} class="tag-chip" style={{ '--hue': hueOf(tag) }}>
            <bdi>{tag}</bdi>
            <button type="button" aria-label={i18n.t('tags.take', [tag])} onClick={() => remove(tag)}>
              <Icon of={X} />
            </button>
          </li>
        ))}
      </ul>
      <div class="combobox">
        <input
          ref={input}
          role="combobox"
          aria-label={i18n.t('tags.add')}
          placeholder={i18n.t('tags.add')}
          aria-expanded={open && choices.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={open && choices[active] ? `${id}-${active}` : undefined}
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          value={typed}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setActive(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
        {open && choices.length > 0 && (
          <Choices id={id} choices={choices} active={active} onChoose={(tag) => add(tag)} />
        )}
      </div>
    </div>
  );
}

interface ChoicesProps {
  id: string;
  choices: readonly Choice[];
  active: number;
  onChoose(tag: string): void;
}

function Choices({ id, choices, active, onChoose }: ChoicesProps) {
  return (
    <div role="listbox" id={id} aria-label={i18n.t('tags.known')} class="tag-choices">
      {choices.map(({ tag, count }, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the keys are the input's
        <div
          role="option"
          id={`${id}-${place}`}
          key={tag}
          aria-selected={place === active}
          onPointerDown={(event) => event.preventDefault()} // the input keeps the focus
          onClick={() => onChoose(tag)}
        >
          <bdi>{count === undefined ? i18n.t('tags.create', [tag]) : tag}</bdi>
          {count !== undefined && <span>{i18n.t('search.count', count)}</span>}
        </div>
      ))}
    </div>
  );
}
