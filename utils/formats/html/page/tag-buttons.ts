/** The tags as buttons that filter. */
import { colourOf } from '@/utils/paper/tags';
import type { TagCount } from './choose-items';
import { WORDS } from './page-words';

/** Tags in sight; the others are folded. */
const SHOWN = 12;

/** Draws a button for each tag. `onChange` is told the keys of those that are pressed. */
export function drawTagButtons(
  group: HTMLElement,
  tags: readonly TagCount[],
  onChange: (pressed: ReadonlySet<string>) => void,
): void {
  const document = group.ownerDocument;
  const pressed = new Set<string>();
  group.hidden = tags.length === 0;
  group.append(...tags.slice(0, SHOWN).map(draw));
  if (tags.length > SHOWN) group.append(drawOthers(tags.slice(SHOWN)));

  function draw({ key, tag, papers }: TagCount): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `label hue-${colourOf(tag)}`;
    button.setAttribute('aria-pressed', 'false');
    const name = document.createElement('bdi');
    name.textContent = tag;
    button.append(name, ` ${papers.toLocaleString('en')}`);
    button.addEventListener('click', () => {
      if (!pressed.delete(key)) pressed.add(key);
      button.setAttribute('aria-pressed', String(pressed.has(key)));
      onChange(pressed);
    });
    return button;
  }

  function drawOthers(others: readonly TagCount[]): HTMLElement {
    const fold = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = `${WORDS.moreTags} (${tags.length.toLocaleString('en')})`;
    fold.append(summary, ...others.map(draw));
    return fold;
  }
}
