/** ↑ and ↓ lead through the ways beside the library, Home and End to the first and the last. */
export function walkWays(event: KeyboardEvent): void {
  const { key, target, currentTarget, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (event.defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return;
  if ((target as Element).closest('input, [role=menu]')) return;
  const ways = [...(currentTarget as Element).querySelectorAll<HTMLElement>('.nav-link')];
  const here = ways.indexOf(target as HTMLElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: ways.length - 1 }[key];
  if (to === undefined) return;
  ways[to]?.focus();
  event.preventDefault();
}
