import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { isKeyPattern, KEY_PARTS } from '@/utils/paper/key-pattern';
import './key-pattern.css';

/** As they are typed. */
const PARTS = KEY_PARTS.map((part) => `{${part}}`).join(', ');

interface KeyPatternProps {
  value: string;
  /** Hears a pattern that is one. */
  onChoose(pattern: string): void;
}

/** The field for how citation keys are made. */
export function KeyPattern({ value, onChoose }: KeyPatternProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const wrong = !isKeyPattern(typed.trim());
  return (
    <div class="key-pattern">
      <label for={id}>{i18n.t('export.keys')}</label>
      <input
        id={id}
        value={typed}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={() => {
          if (!wrong) onChoose(typed.trim());
        }}
      />
      <p id={`${id}-hint`}>{i18n.t(wrong ? 'export.keysWrong' : 'export.keysHint', [PARTS])}</p>
    </div>
  );
}
