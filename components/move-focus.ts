/** Arrow keys lead from the search box into the results and back; Escape returns to the box. */
export function moveFocus(event: KeyboardEvent, root: HTMLElement): void {
  const box = root.querySelector<HTMLInputElement>('input[type=search]');
  const titles = [...root.querySelectorAll<HTMLElement>('li h2 a')];
  const row = (document.activeElement?.closest('li')?.querySelector('h2 a') ?? null) as HTMLElement | null;
  const here = row ? titles.indexOf(row) : -1;
  const inside = row !== null || document.activeElement === box;
  if (event.key === 'ArrowDown' && inside) titles[Math.min(here + 1, titles.length - 1)]?.focus();
  else if (event.key === 'ArrowUp' && row) (here === 0 ? box : titles[here - 1])?.focus();
  else if (event.key === 'Escape' && row) box?.focus();
  else return;
  event.preventDefault();
}
