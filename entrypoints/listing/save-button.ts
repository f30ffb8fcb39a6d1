/** The button on a card. All that shows its state is inside a closed shadow root, where the page cannot look. */
import { i18n } from '#i18n';
import { createHost } from './host';
import { type IconName, icon } from './icon';
import style from './save-button.css?inline';

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

// Read at the start: once the extension was updated while the page is open, asking for words throws.
const RELOAD = { word: i18n.t('button.reload'), label: i18n.t('button.reloadLabel') };

/** Called for presses of the user only. */
interface Presses {
  /** A pointer or key goes down on the button. */
  down(): void;
  press(): void;
}

export function createSaveButton(
  document: Document,
  corner: 'left' | 'right',
  { down, press }: Presses,
): SaveButton {
  const { host, root } = createHost(document, 'offprint-save', style);
  host.className = corner;
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
      button.ariaLabel = label(state, title, reason);
      button.ariaBusy = String(state === 'saving' || state === 'removing');
      button.title = state === 'saved' ? i18n.t('button.savedHint') : reason;
      // A new face each time: drawing is the same work whatever it says, so the page learns nothing from how long it takes.
      const face = document.createElement('span');
      face.className = state;
      face.dataset.word = state === 'reload' ? RELOAD.word : i18n.t(`button.${state}`);
      face.append(icon(document, ICONS[state]));
      button.replaceChildren(face);
    },
  };
}

function label(state: SaveState, title: string, reason: string): string {
  if (state === 'failed') return i18n.t('button.failedLabel', [reason]);
  if (state === 'reload') return RELOAD.label;
  return i18n.t(`button.${state}Label`, [title]);
}
