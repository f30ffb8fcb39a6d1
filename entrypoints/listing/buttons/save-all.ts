/** The page-level control: saves all cards, tells progress and, in words, what went wrong. */
import { createHost } from './host';
import { type IconName, icon } from './icon';
import style from './save-all.css?inline';
import { words } from './words';

/** What the control shows: the number of cards, how many of them are saved, progress of a run, a sentence. */
export interface SaveAllView {
  cards: number;
  saved: number;
  running?: { done: number; of: number } | undefined;
  /** Whether something done here can be undone. */
  undoable?: boolean | undefined;
  /** Whether a paper was just saved, which can be tagged. */
  taggable?: boolean | undefined;
  failure?: string | undefined;
  reload?: boolean | undefined;
}

export interface SaveAllControl {
  host: HTMLElement;
  show(view: SaveAllView): void;
}

// Read at the start: once the extension was updated while the page is open, asking for words throws.
const RELOAD = { text: words('saveAll.reload'), label: words('saveAll.reloadLabel') };

/**
 * A control that calls `onPress` and `onUndo` for presses of the user only; hiding it lasts as long as the page.
 * Its size and place are the same whatever the library says, so that the page learns nothing from them.
 */
export function createSaveAll(
  document: Document,
  onPress: () => void,
  onUndo: () => void,
  onTag: () => void,
): SaveAllControl {
  const { host, root } = createHost(document, 'offprint-save-all', style);
  const box = document.createElement('div');
  const main = document.createElement('button');
  const undo = document.createElement('button');
  const tag = document.createElement('button');
  const hide = document.createElement('button');
  for (const button of [main, tag, undo, hide]) button.type = 'button';
  main.addEventListener('click', (event) => event.isTrusted && onPress());
  undo.addEventListener('click', (event) => event.isTrusted && onUndo());
  tag.addEventListener('click', (event) => event.isTrusted && onTag());
  tag.className = 'undo tag';
  tag.dataset.word = words('saveAll.tag');
  tag.ariaLabel = words('saveAll.tagLabel');
  undo.className = 'undo';
  undo.dataset.word = words('saveAll.undo');
  undo.ariaLabel = words('saveAll.undoLabel');
  hide.addEventListener('click', (event) => event.isTrusted && host.remove());
  hide.ariaLabel = hide.title = words('saveAll.hide');
  hide.append(icon(document, 'cross'));
  box.append(main, tag, undo, hide);
  root.append(box);

  return {
    host,
    show(view) {
      const { text, label, name } = wordsFor(view);
      main.ariaLabel = label ?? text;
      main.ariaBusy = String(view.running !== undefined);
      main.title = view.failure ?? '';
      // A new face each time, as on the cards.
      const face = document.createElement('span');
      face.dataset.word = text;
      main.replaceChildren(icon(document, name), face);
      undo.hidden = !view.undoable || view.running !== undefined || view.reload === true;
      tag.hidden = !view.taggable || view.running !== undefined || view.reload === true;
      box.hidden = view.cards < 2 && tag.hidden; // a paper's own page needs no "all"
    },
  };
}

function wordsFor({ cards, saved, running, failure, reload }: SaveAllView): {
  text: string;
  label?: string;
  name: IconName;
} {
  if (reload) return { ...RELOAD, name: 'reload' };
  if (running) {
    const numbers: [number, number] = [running.done, running.of];
    return {
      text: words('saveAll.progress', ...numbers),
      label: words('saveAll.progressLabel', ...numbers),
      name: 'dots',
    };
  }
  if (failure) return { text: failure, label: words('saveAll.failedLabel', failure), name: 'reload' };
  if (saved === cards)
    return {
      text: words('saveAll.done', cards),
      label: words('saveAll.doneLabel', cards),
      name: 'check',
    };
  return { text: words(saved === 0 ? 'saveAll.offer' : 'saveAll.rest', cards - saved), name: 'plus' };
}
