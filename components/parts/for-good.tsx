import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import './for-good.css';

interface ForGoodProps {
  words: string;
  /** What the button is called where its words stand in several rows. */
  label?: string;
  /** What is asked before anything is deleted. */
  question: string;
  onForGood(): void;
}

/**
 * A button that deletes for good, and asks once more in its own place. The focus goes to “Keep” and back, so a second
 * press of the same key deletes nothing; screen readers say the question as the name of the group.
 */
export function ForGood({ words, label, question, onForGood }: ForGoodProps) {
  const [asking, setAsking] = useState(false);
  const asked = useId();
  const place = useRef<HTMLButtonElement>(null);
  const drawn = useRef(false);
  useLayoutEffect(() => {
    // The focus was lost with the button that was pressed. Whoever went on meanwhile stays there.
    if (drawn.current && document.activeElement === document.body) place.current?.focus();
    drawn.current = true;
  }, [asking]);

  if (!asking)
    return (
      <button type="button" class="quiet" aria-label={label} ref={place} onClick={() => setAsking(true)}>
        {words}
      </button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs in a form
    <div
      class="for-good"
      role="group"
      aria-labelledby={asked}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // else the whole view would be left
        setAsking(false);
      }}
    >
      <p id={asked}>{question}</p>
      <button
        type="button"
        class="alarm"
        onClick={() => {
          setAsking(false);
          onForGood();
        }}
      >
        {i18n.t('trash.forget')}
      </button>
      <button type="button" ref={place} onClick={() => setAsking(false)}>
        {i18n.t('trash.keep')}
      </button>
    </div>
  );
}
