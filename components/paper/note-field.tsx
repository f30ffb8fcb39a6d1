import { lazy, Suspense } from 'preact/compat';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type NoteState, type OpenNote, openNote } from '@/components/browser/note-port';
import { i18n } from '@/components/browser/words';
import { takeLetters } from '@/components/hooks/held-letters';
import type { Paper } from '@/utils/paper/schema';
import { seenHeads } from '@/utils/paper/seen-heads';
import './note-field.css';

const Markdown = lazy(() => import('@/components/parts/markdown'));

/** Longest text of one writer, in UTF-16 units. */
const LIMIT = 100_000;

interface NoteFieldProps {
  paper: Paper;
  /** Has the focus as soon as it is drawn. */
  focused?: boolean;
}

/**
 * A paper's note: saved as one types, shown as Markdown while nobody does. Every letter goes to the worker at once, so that
 * a popup that closes loses none.
 */
export function NoteField({ paper, focused = false }: NoteFieldProps) {
  const { note = '' } = paper;
  /** What was typed, until it is read back from the library. */
  const [typed, setTyped] = useState<string>();
  const [state, setState] = useState<NoteState | 'full'>();
  const editor = useRef<OpenNote | undefined>(undefined);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = typed ?? note;

  useLayoutEffect(() => {
    const { current } = field;
    if (!focused || !current) return;
    const letters = takeLetters();
    current.focus();
    if (letters) write(text + letters);
    current.value = text + letters; // its end is not there before it is drawn
    current.setSelectionRange(current.value.length, current.value.length);
  }, [focused]);
  useEffect(() => close, []);
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto'; // else it never gets smaller
    current.style.height = `${current.scrollHeight + 2}px`;
  }, [text]);

  function write(value: string) {
    setTyped(value);
    if (!editor.current) {
      editor.current = openNote(paper.id, seenHeads(paper));
      editor.current.onState((now, code) => setState(code === 'full' ? code : now));
    }
    editor.current.write(value);
  }

  function close() {
    editor.current?.close();
    editor.current = undefined;
  }

  // Somebody else may have written, too: then both texts are shown once this field is left.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(undefined);
  }, [note]);

  return (
    <section class="note-field">
      <div class={`note-sheet ${note ? '' : 'empty'}`}>
        <textarea
          ref={field}
          aria-label={i18n.t('row.note')}
          placeholder={i18n.t('paperPage.notePlaceholder')}
          rows={1}
          dir="auto"
          maxLength={LIMIT}
          value={text}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onBlur={close}
        />
        {text && (
          <div class="note-shown" dir="auto">
            <Suspense fallback={<p>{text}</p>}>
              <Markdown text={text} />
            </Suspense>
          </div>
        )}
      </div>
      <p class="note-state" aria-live="polite">
        {state && i18n.t(`paperPage.note.${state}`)}
        {text.length >= LIMIT && ` ${i18n.t('paperPage.noteFull', [LIMIT])}`}
      </p>
    </section>
  );
}
