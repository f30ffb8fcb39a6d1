import { useEffect, useRef, useState } from 'preact/hooks';
import './confirm-button.css';

interface ConfirmButtonProps {
  /** What the button says, and a longer name for those who do not see what it stands beside. */
  words: string;
  label?: string;
  /** What cannot be undone, as a sentence. */
  question: string;
  confirm: string;
  keep: string;
  onConfirm(): void;
}

/** A button that asks once more, in its place, before it does what cannot be undone. */
export function ConfirmButton({ words, label, question, confirm, keep, onConfirm }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const second = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);

  // Whoever presses it by keyboard must find the answer under the focus, and the button again afterwards.
  useEffect(() => {
    if (asking) second.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);

  if (!asking)
    return (
      <button type="button" class="quiet" ref={first} aria-label={label} onClick={() => setAsking(true)}>
        {words}
      </button>
    );
  return (
    <fieldset
      class="asking"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <p role="alert">{question}</p>
      <button type="button" ref={second} onClick={() => setAsking(false)}>
        {keep}
      </button>
      <button
        type="button"
        class="danger"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {confirm}
      </button>
    </fieldset>
  );
}
