import { closest, isElement, parentElement, queryAll } from '@/utils/reading/dom';

/** Changes are gathered for this long (ms), so that a re-rendered list counts as one. */
const GATHER_MS = 40;

/**
 * Reports cards that were added, re-used or changed, and that some may be gone. `isOurs` recognises the nodes that we
 * put on the page. Returns a function that stops watching.
 */
export function watchCards(
  document: Document,
  selector: string,
  isOurs: (node: Node) => boolean,
  onChange: (touched: ReadonlySet<Element>) => void,
): () => void {
  let touched = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function touch(node: Node): void {
    const element = isElement(node) ? node : parentElement(node);
    const card = element && closest(element, selector);
    if (card) touched.add(card);
    else if (element) for (const inner of queryAll(element, selector)) touched.add(inner);
  }

  function gather(records: MutationRecord[]): void {
    const foreign = records.filter(({ addedNodes, removedNodes, type }) => {
      const nodes = [...addedNodes, ...removedNodes];
      return type !== 'childList' || !nodes.every(isOurs) || removedNodes.length > 0;
    });
    if (foreign.length === 0) return;
    for (const { target, addedNodes } of foreign) {
      if (!isElement(target) || closest(target, selector)) touch(target);
      addedNodes.forEach(touch);
    }
    timer ??= setTimeout(() => {
      const told = touched;
      touched = new Set();
      timer = undefined;
      onChange(told);
    }, GATHER_MS);
  }

  const observer = new MutationObserver(gather);
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['href'],
  });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
