/** Arrow keys lead from the search box into the rows and back; Escape returns to the box. */
export function moveFocus(event: KeyboardEvent, root: HTMLElement): void {
  const box = boxOf(root);
  const rows = rowsOf(root);
  const here = placeIn(rows);
  const inside = here >= 0 || document.activeElement === box;
  const go = (to: number) => mainOf(rows[Math.min(to, rows.length - 1)])?.focus();
  if (event.key === 'ArrowDown' && here < 0 && inside && stopIn(rows)) stopIn(rows)?.focus();
  else if (event.key === 'ArrowDown' && inside) go(here + 1);
  else if (event.key === 'ArrowUp' && here >= 0) here === 0 ? box?.focus() : go(here - 1);
  else if (event.key === 'Escape' && here >= 0) box?.focus();
  else return;
  event.preventDefault();
}

/** Moves the focus out of a row that is about to be removed: to the next row, else the one before, else the search box. */
export function leaveRow(root: HTMLElement): void {
  const rows = rowsOf(root);
  const here = placeIn(rows);
  const next = here < 0 ? undefined : (rows[here + 1] ?? rows[here - 1]);
  (mainOf(next) ?? boxOf(root))?.focus({ preventScroll: true });
}

function boxOf(root: HTMLElement): HTMLElement | null {
  return root.querySelector<HTMLElement>('input[type=search]');
}

/** The visible rows that contain something to press. */
function rowsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('li')].filter(
    (row) => mainOf(row) && !row.closest('[hidden]'),
  );
}

/** Which of the rows has the focus; -1 if none has. */
function placeIn(rows: readonly HTMLElement[]): number {
  return rows.findIndex((row) => row.contains(document.activeElement));
}

/** What Tab reaches in a list where one row has the tab stop: the first row drawn may be out of sight. */
function stopIn(rows: readonly HTMLElement[]): HTMLElement | null {
  const stops = rows.map((row) => row.querySelector<HTMLElement>('[data-stop][tabindex="0"]'));
  return stops.find((stop) => stop !== null) ?? null;
}

/** The row's main link or button. */
function mainOf(row: HTMLElement | undefined): HTMLElement | null | undefined {
  return row?.querySelector<HTMLElement>('[data-stop]') ?? row?.querySelector<HTMLElement>('a, button');
}
