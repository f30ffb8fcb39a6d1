/** The button on a card. All that shows its state is inside a closed shadow root, where the page cannot look. */
import { createHost, type Dress } from './host';
import { type IconName, icon } from './icon';
import style from './save-button.css?inline';
import { words } from './words';

export type SaveState = 'save' | 'saving' | 'saved' | 'removing' | 'failed' | 'changed' | 'reload';

export interface SaveButton {
  host: HTMLElement;
  show(state: SaveState, title: string, reason?: string): void;
}

const ICONS: Record<SaveState, IconName> = {
  save: 'plus',
  saving: 'dots',
  saved: 'check',
  removing: 'dots',
  failed: 'cross',
  changed: 'cross',
  reload: 'reload',
};

/** Stands in a label for the title, or for the reason of a failure. */
const HOLE = '\uFFFC';

// Read once: asking for words takes longer than drawing, and throws after the extension was updated underneath the page.
const LABELS = new Map(
  (Object.keys(ICONS) as SaveState[]).map((state) => [state, words(`button.${state}Label`, HOLE)]),
);
const WORDS = new Map((Object.keys(ICONS) as SaveState[]).map((state) => [state, words(`button.${state}`)]));
const HINTS = { saved: words('button.savedHint'), changed: words('button.changedHint') };

/** Called for presses of the user only. */
interface Presses {
  /** A pointer or key goes down on the button. */
  down(): void;
  press(): void;
}

export function createSaveButton(document: Document, { down, press }: Presses, dress?: Dress): SaveButton {
  const { host, root } = createHost(document, 'offprint-save', style, dress);
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation(); // the card may be a link
    if (event.isTrusted) press();
  });
  for (const type of ['pointerdown', 'keydown'])
    button.addEventListener(type, (event) => event.isTrusted && down());
  root.append(button);

  return {
    host,
    show(state, title, reason = '') {
      button.ariaLabel = (LABELS.get(state) ?? '').replace(HOLE, () => (state === 'failed' ? reason : title));
      button.ariaBusy = String(state === 'saving' || state === 'removing');
      button.title = state === 'saved' || state === 'changed' ? HINTS[state] : reason;
      // A new face each time: drawing is the same work whatever it says, so the page learns nothing from how long it takes.
      const face = document.createElement('span');
      face.className = state;
      face.dataset.word = WORDS.get(state) ?? '';
      face.append(icon(document, ICONS[state]));
      button.replaceChildren(face);
    },
  };
}
