/** Makes the list of a page searchable. */
import { createGrowingSearch, type SmallMatch } from '@/utils/query/small-search';
import { chooseItems, countTags } from './choose-items';
import { inSlices } from './in-slices';
import { drawExcerpt, rangesIn } from './mark-rows';
import { type Order, spokenCount, WORDS } from './page-words';
import type { PaperData } from './paper-data';
import { type Item, itemTexts, readItems } from './read-items';
import { showRows } from './show-rows';
import { drawTagButtons } from './tag-buttons';

/** Rows that get their excerpts at once; the others when they come near. */
const AT_ONCE = 20;
/** While the search grows, an answer is renewed when it has so many papers more. */
const GROWN = 1000;

/** Answers when all papers can be searched. */
export async function startPage(page: Document): Promise<void> {
  const [list, box, order, unfold] = [
    one<HTMLElement>('papers'),
    one<HTMLInputElement>('words'),
    one<HTMLSelectElement>('order'),
    one('unfold'),
  ];
  const items = readItems(list, JSON.parse(one('data').textContent ?? '') as PaperData[]);
  const byRow = new Map<Element, Item>(items.map((item) => [item.row, item]));
  const search = createGrowingSearch(itemTexts);
  let tags: ReadonlySet<string> = new Set();
  let matches: ReadonlyMap<Item, SmallMatch> = new Map();
  let searched = 0;
  let drawnAt = 0;
  const near = watchRows();
  const rows = showRows(list);

  drawTagButtons(one('labels'), countTags(items), (pressed) => {
    tags = pressed;
    draw();
  });
  box.addEventListener('input', onTyped);
  box.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !box.value) return;
    box.value = '';
    onTyped();
  });
  order.addEventListener('change', draw);
  unfold.addEventListener('click', () => {
    const open = unfold.getAttribute('aria-pressed') !== 'true';
    unfold.setAttribute('aria-pressed', String(open));
    for (const fold of items.flatMap(({ row }) => [...row.querySelectorAll('details')])) fold.open = open;
  });
  page.defaultView?.addEventListener('beforeprint', rows.complete);
  one('tools').hidden = false;
  if (box.value.trim() || order.value !== 'saved')
    draw(); // a browser may have kept what was typed before
  else tellCount(items.length, items.length);

  await inSlices(
    items,
    (item) => search.add([item]),
    (done) => {
      searched = done;
      if (box.value.trim() && (done === items.length || done - drawnAt >= GROWN)) draw();
    },
    () => performance.now(),
  );

  function onTyped(): void {
    // Who begins to type wants the best; who chose another order keeps it.
    if (box.value.trim() && order.value === 'saved') order.value = 'relevance';
    if (!box.value.trim() && order.value === 'relevance') order.value = 'saved';
    draw();
  }

  function draw(): void {
    drawnAt = searched;
    for (const item of matches.keys()) drawExcerpt(item, undefined);
    const choice = chooseItems(items, { words: box.value, tags, order: order.value as Order }, search);
    matches = choice.matches;
    near.forget();
    rows.show(choice.items.map(({ row }) => row));
    if (matches.size > 0) {
      choice.items.slice(0, AT_ONCE).forEach(near.mark);
      choice.items.slice(AT_ONCE).forEach(near.watch);
    }
    tellCount(choice.items.length, box.value.trim() ? searched : items.length);
  }

  function tellCount(shown: number, looked: number): void {
    const none = shown === 0 && looked === items.length && items.length > 0;
    one('count').textContent = none ? WORDS.nothing : spokenCount(shown, items.length, looked);
  }

  /** Marks rows that come near. Old browsers have no highlights; they show the excerpts alone. */
  function watchRows() {
    const marks = typeof Highlight === 'function' ? new Highlight() : undefined;
    if (marks) CSS.highlights.set('found', marks);
    const observer = new IntersectionObserver(
      (seen) => {
        for (const { target, isIntersecting } of seen) {
          const item = byRow.get(target);
          if (!isIntersecting || !item) continue;
          observer.unobserve(target);
          mark(item);
        }
      },
      { rootMargin: '600px' },
    );
    function mark(item: Item): void {
      const match = matches.get(item);
      if (!match) return;
      drawExcerpt(item, match);
      for (const range of rangesIn(item.row, new Set(match.terms))) marks?.add(range);
    }
    return {
      mark,
      watch: ({ row }: Item) => observer.observe(row),
      forget() {
        observer.disconnect();
        marks?.clear();
      },
    };
  }

  function one<T extends HTMLElement>(id: string): T {
    return page.getElementById(id) as T;
  }
}
