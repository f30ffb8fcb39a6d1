/** A page that searches: it opens a search, draws what it finds for the query in its address, and waits for more. */
import type { Open, Opened } from './contenders/contender';

/** Ways to ask that are timed. */
export type Way = 'find' | 'fuzzy' | 'rank' | 'rankFuzzy';

export interface PageBench {
  /** From the start of the navigation to the first task after the frame with the titles (ms), and how many there are. */
  cold: Promise<{ ms: number; drawn: number }>;
  /** How long each query takes (ms), as far as `most` ms suffice; nothing where the contender has no such way. */
  time(way: Way, queries: string[], most: number): Promise<number[]>;
  all(queries: string[], fuzzy: boolean): Promise<[id: string, score: number][][]>;
  elsewhere(): Promise<number>;
}

declare global {
  /** For whoever measures. */
  var pageBench: PageBench;
}

export function runPage(open: Open): void {
  const { searchParams } = new URL(location.href);
  const opening = open(Number(searchParams.get('papers')));
  const cold = drawFirst(opening, searchParams.get('query') ?? '');
  cold.catch(() => undefined); // whoever measures hears of it
  const bench: PageBench = {
    cold,
    async time(way, queries, most) {
      const end = performance.now() + most;
      const ask = (await opening)[way];
      const times: number[] = [];
      for (const query of ask ? queries : []) {
        const start = performance.now();
        if (start > end) break;
        await ask?.(query);
        times.push(performance.now() - start);
      }
      return times;
    },
    async all(queries, fuzzy) {
      const opened = await opening;
      const found: [string, number][][] = [];
      for (const query of queries) found.push((await opened.all?.(query, fuzzy)) ?? []);
      return found;
    },
    elsewhere: async () => (await (await opening).elsewhere?.()) ?? 0,
  };
  globalThis.pageBench = bench;
}

async function drawFirst(opening: Promise<Opened>, query: string): Promise<{ ms: number; drawn: number }> {
  const titles = await (await opening).find(query);
  const list = document.createElement('ol');
  for (const title of titles) {
    const heading = document.createElement('h3');
    heading.textContent = title;
    list.appendChild(document.createElement('li')).append(heading);
  }
  document.body.append(list);
  await frameShown();
  return { ms: performance.now(), drawn: titles.length };
}

/** The first task after the next frame. */
function frameShown(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  });
}
