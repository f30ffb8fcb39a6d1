import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Pages } from './pages';
import { type Stop, useRowFocus } from './use-row-focus';
import { isHidden, useWindow } from './use-window';
import './windowed-list.css';

interface WindowedListProps<Row> {
  /** The name of the list. */
  label: string;
  /** From `usePages`. */
  rows: Pages<Row>;
  /** The height of a usual row (px); also that of a row that is not read yet. */
  estimate: number;
  /** What a row consists of. Spread `stop` on its main control; the row's other controls take its `tabIndex`. */
  renderRow(row: Row, index: number, stop: Stop): ComponentChildren;
  /** What the rows are grouped by: rows of one group follow one another. */
  groupOf?: ((row: Row) => string) | undefined;
  /** The words of the divider above a group. */
  groupWords?: (group: string) => string;
  class?: string;
}

/**
 * A list of which only the rows in sight are drawn, however long it is. To a screen reader it is a list of all rows.
 * The arrow keys, Home, End, Page Up and Page Down walk its rows; Tab reaches one row only.
 */
export function WindowedList<Row>({ label, rows, estimate, renderRow, ...more }: WindowedListProps<Row>) {
  const { groupOf, groupWords = String, class: name = '' } = more;
  const list = useRef<HTMLUListElement>(null);
  const focus = useRowFocus(list, rows);
  const virtual = useWindow({ list, rows, estimate, kept: focus.active?.index });
  const items = virtual.getVirtualItems();
  const { startIndex: first = 0, endIndex: last = 0 } = virtual.range ?? {};
  const { scrollMargin } = virtual.options;
  const top = (virtual.scrollOffset ?? 0) <= scrollMargin;
  const { key: held, index: kept } = focus.active ?? {};

  useEffect(() => {
    if (list.current && !isHidden(list.current)) rows.want({ first, last, top, held, kept });
  }, [rows, rows.change, first, last, top, held, kept]);

  const measured = useCallback((element: HTMLElement | null) => virtual.measureElement(element), [virtual]);
  return (
    <ul
      ref={list}
      class={`windowed ${name}`}
      aria-label={label}
      style={{ height: `${virtual.getTotalSize()}px` }}
      onKeyDown={focus.onKeyDown}
      onFocusIn={focus.onFocusIn}
    >
      {items.map(({ index, start, size }) => {
        const row = focus.rowAt(index);
        const before = rows.rowAt(index - 1);
        const group = row !== undefined && groupOf?.(row);
        const begins = group && (index === 0 || (before !== undefined && groupOf?.(before) !== group));
        return (
          <li
            key={row === undefined ? `place ${index}` : rows.keyAt(index)}
            ref={row === undefined ? null : measured}
            data-index={index}
            aria-setsize={rows.total}
            aria-posinset={index + 1}
            aria-busy={row === undefined ? true : undefined}
            tabIndex={row === undefined ? -1 : undefined}
            style={{ top: `${start - scrollMargin}px`, height: row === undefined ? `${size}px` : undefined }}
          >
            {begins && (
              <div role="presentation" class="divider">
                {groupWords(group)}
              </div>
            )}
            {row !== undefined && renderRow(row, index, focus.stopAt(index, top ? 0 : first + 1))}
          </li>
        );
      })}
    </ul>
  );
}
