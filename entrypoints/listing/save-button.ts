/** The button on a card. All that shows its state is inside a closed shadow root, where the page cannot look. */
import { i18n } from '#i18n';
import { createHost } from './host';
import { type IconName, icon } from './icon';
import style from './save-button.css?inline';

export type SaveState = 'save' | 'saving' | 'saved' | 'removing' | 'failed' | 'reload';

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
  reload: 'reload',
};

// Read at the start: once the extension was updated while the page is open, asking for words throws.
const RELOAD = { word: i18n.t('button.reload'), label: i18n.t('button.reloadLabel') };

/** A button that calls `onPress` for presses of the user only. */
export function createSaveButton(
  document: Document,
  corner: 'left' | 'right',
  onPress: () => void,
): SaveButton {
  const { host, root } = createHost(document, 'offprint-save', style);
  host.className = corner;
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation(); // the card may be a link
    if (event.isTrusted) onPress();
  });
  root.append(button);

  return {
    host,
    show(state, title, reason = '') {
      button.className = state;
      button.ariaLabel = label(state, title, reason);
      button.ariaBusy = String(state === 'saving' || state === 'removing');
      button.title = state === 'saved' ? i18n.t('button.savedHint') : reason;
      button.dataset.word = state === 'reload' ? RELOAD.word : i18n.t(`button.${state}`);
      button.replaceChildren(icon(document, ICONS[state]));
    },
  };
}

function label(state: SaveState, title: string, reason: string): string {
  if (state === 'failed') return i18n.t('button.failedLabel', [reason]);
  if (state === 'reload') return RELOAD.label;
  return i18n.t(`button.${state}Label`, [title]);
}
