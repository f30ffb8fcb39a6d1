/** → leads from a row's title through its buttons and links, ← back, Escape to the title. */
export function walkRow(event: KeyboardEvent): void {
  const row = event.currentTarget as HTMLElement;
  const { key, target } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if ((target as Element).closest('input, textarea, [role=menu]')) return;
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const stops = [...row.querySelectorAll<HTMLElement>('a, button')];
  const title = row.querySelector<HTMLElement>(':is(h2, h3) a') ?? stops[0];
  if (key === 'Escape' && title && document.activeElement !== title) title.focus();
  else if (step === 0) return;
  else {
    const order = title ? [title, ...stops.filter((stop) => stop !== title)] : stops;
    const rtl = getComputedStyle(row).direction === 'rtl';
    const next = order.indexOf(document.activeElement as HTMLElement) + (rtl ? -step : step);
    order[Math.max(0, Math.min(next, order.length - 1))]?.focus();
  }
  event.preventDefault();
  event.stopPropagation();
}
