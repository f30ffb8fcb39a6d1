/** A page is quiet once it has loaded and nothing was added or removed for this long (ms). */
const QUIET_MS = 150;
/** A page that never becomes quiet (a slow image, a ticker) gets its buttons after this long (ms). */
const PATIENCE_MS = 4000;

/** Resolves when the page has loaded and hydrated. Changing cards earlier would break hydration. */
export function whenQuiet(document: Document): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(rest, QUIET_MS);
    const patience = setTimeout(done, PATIENCE_MS);
    const observer = new MutationObserver(stir);
    observer.observe(document, { childList: true, subtree: true });

    function stir(): void {
      clearTimeout(timer);
      timer = setTimeout(rest, QUIET_MS);
    }
    function rest(): void {
      document.readyState === 'complete' ? done() : stir();
    }
    function done(): void {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(patience);
      resolve();
    }
  });
}
