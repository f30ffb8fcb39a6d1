import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { type Completion, completionsAt, take } from '@/utils/query/complete';
import { completionPlace } from '@/utils/query/completion-place';
import { queryDays } from '@/utils/query/query-days';
import { Completions } from './completions';
import { useKnownNames } from './use-known-names';
import './search-box.css';

/** Where the last letter was typed. */
interface Typed {
  text: string;
  caret: number;
}

/** Keys that move the caret away from what is being typed. */
const LEAVING = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);

/**
 * The search box, with completions of what is being typed. None is chosen until an arrow key goes to it, so that Enter, Tab
 * and every letter mean what they mean without the list.
 */
export function SearchBox() {
  const { store, type } = useDesk();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** Undefined while nothing is to be completed. */
  const [typed, setTyped] = useState<Typed>();
  const [chosen, setChosen] = useState<string>();
  const query = store.query.value;
  const current = typed?.text === query ? typed : undefined;
  const place = useMemo(() => current && completionPlace(current.text, current.caret), [current]);
  const known = useKnownNames(place?.field, place?.typed ?? '');
  const options = useMemo(() => {
    if (!current || !place) return [];
    const days = queryDays(new Date(), (moment) => moment.getTimezoneOffset());
    return completionsAt(current.text, place, known, days);
  }, [current, place, known]);
  const active = options.findIndex(({ text }) => text === chosen);
  const shown = options.length > 0;

  function close() {
    setTyped(undefined);
    setChosen(undefined);
  }

  function choose(completion: Completion) {
    const field = input.current;
    if (!field || !current || !place) return;
    const taken = take(current.text, place, completion);
    field.value = taken.text;
    field.setSelectionRange(taken.caret, taken.caret);
    setTyped(taken);
    setChosen(undefined);
    type(taken.text);
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = event;
    if (!shown || isComposing || altKey || ctrlKey || metaKey || (shiftKey && key === 'Tab')) return;
    const option = options[active];
    if (LEAVING.has(key)) return close();
    if (key === 'Escape') close();
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      // One stop in the round is the text as typed: -1.
      const stops = options.length + 1;
      const step = key === 'ArrowDown' ? 1 : -1;
      setChosen(options[((active + 1 + step + stops) % stops) - 1]?.text);
    } else if ((key === 'Enter' || key === 'Tab') && option) choose(option);
    else return;
    event.preventDefault();
  }

  return (
    <div class="search-box">
      <input
        ref={input}
        type="search"
        aria-label={i18n.t('search.label')}
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        placeholder={i18n.t('search.placeholder')}
        value={query}
        spellcheck={false}
        autocomplete="off"
        onInput={({ currentTarget: { value, selectionStart }, isComposing }) => {
          setTyped(isComposing ? undefined : { text: value, caret: selectionStart ?? value.length });
          setChosen(undefined);
          type(value);
        }}
        onKeyDown={onKeyDown}
        onPointerDown={close}
        onBlur={close}
      />
      <Completions id={id} options={options} active={active} onChoose={choose} />
      <span class="unseen" aria-live="polite">
        {shown && i18n.t('complete.count', options.length)}
      </span>
    </div>
  );
}
