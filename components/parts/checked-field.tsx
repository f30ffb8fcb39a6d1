import { useId, useState } from 'preact/hooks';
import './checked-field.css';

interface CheckedFieldProps {
  label: string;
  value: string;
  /** Whether a text can be chosen. */
  holds(text: string): boolean;
  /** What stands below: what can be typed, or why this cannot be chosen. */
  hint: string;
  wrong: string;
  /** Hears another text that can be chosen, once it was typed. */
  onChoose(text: string): void;
}

/** A line of text that takes only what can be chosen. */
export function CheckedField({ label, value, holds, hint, wrong, onChoose }: CheckedFieldProps) {
  const id = useId();
  /** What was typed over which value: when the value changes, it is shown. */
  const [typing, setTyping] = useState({ over: value, text: value });
  const typed = typing.over === value ? typing.text : value;
  const isBad = (text: string) => text !== value && !holds(text);
  const bad = isBad(typed.trim());
  const choose = (text: string) => text !== value && !isBad(text) && onChoose(text);
  return (
    <div class="checked-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={typed}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={bad}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => setTyping({ over: value, text: currentTarget.value })}
        // Not onChange: preact/compat, where a page loads it, makes that the event of every letter.
        onBlur={({ currentTarget }) => choose(currentTarget.value.trim())}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && choose(currentTarget.value.trim())}
      />
      <p id={`${id}-hint`}>{bad ? wrong : hint}</p>
    </div>
  );
}
