/**
 * Letters of a note that are typed before its field is drawn. A field out of sight has the focus meanwhile, so that none is
 * lost or taken for a command, and input methods work as in any other.
 */
import { i18n } from '@/components/browser/words';

/** A field that did not come by then will not come (ms). */
const PATIENCE_MS = 10_000;

interface Held {
  field: HTMLTextAreaElement;
  /** What had the focus before. */
  before: Element | null;
  waiting: ReturnType<typeof setTimeout>;
}

let held: Held | undefined;

/** From now on letters are held, until a field takes them or the person goes elsewhere. */
export function holdLetters(): void {
  letGo();
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'unseen';
  field.tabIndex = -1;
  field.setAttribute('aria-label', i18n.t('row.note'));
  field.addEventListener('blur', letGo);
  field.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) giveBack();
  });
  document.body.append(field);
  held = { field, before, waiting: setTimeout(giveBack, PATIENCE_MS) };
  field.focus({ preventScroll: true });
}

/** What had the focus before letters were held, if they are. */
export function focusBefore(): Element | null {
  return held ? held.before : document.activeElement;
}

/** The letters that were held; they are no longer. Call it before the focus is moved. */
export function takeLetters(): string {
  const text = held?.field.value ?? '';
  letGo();
  return text;
}

function giveBack(): void {
  const before = held?.before;
  letGo();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}

function letGo(): void {
  if (!held) return;
  const { field, waiting } = held;
  held = undefined; // first: removing a field that has the focus blurs it
  clearTimeout(waiting);
  field.remove();
}
