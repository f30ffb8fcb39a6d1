import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';

interface FoldedListProps<T> {
  items: readonly T[];
  /** Draws one `li`, with its key. */
  draw(item: T): ComponentChildren;
  /** The id of what names the list. */
  labelledBy: string;
}

const SHOWN = 5;

/** A list of which the first five are shown until all are asked for. */
export function FoldedList<T>({ items, draw, labelledBy }: FoldedListProps<T>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <ul aria-labelledby={labelledBy}>{(open ? items : items.slice(0, SHOWN)).map(draw)}</ul>
      {items.length > SHOWN && (
        <button
          type="button"
          class="link unfold"
          aria-expanded={open}
          aria-describedby={labelledBy}
          onClick={() => setOpen(!open)}
        >
          {open ? i18n.t('paperPage.showFewer') : i18n.t('paperPage.showAll', [items.length])}
        </button>
      )}
    </>
  );
}
