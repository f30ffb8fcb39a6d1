/** The order in which the worker does what it is asked: a person who presses a button waits for nobody's question. */

/** What is done first: a press, a part of many cards to save, a question of a page, what nobody waits for. */
const RANKS = ['press', 'list', 'question', 'later'] as const;

export type Rank = (typeof RANKS)[number];

export interface Queue {
  /** Resolves with what `work` resolves with, once it had its turn; of one rank, first come is first served. */
  add<T>(rank: Rank, work: () => Promise<T>): Promise<T>;
}

/** Runs one piece of work at a time: the database lets one writer in anyway, and the rest would be in its way. */
export function createQueue(): Queue {
  const waiting = new Map(RANKS.map((rank): [Rank, (() => Promise<void>)[]] => [rank, []]));
  let running = false;

  function next(): (() => Promise<void>) | undefined {
    for (const rank of RANKS) {
      const work = waiting.get(rank)?.shift();
      if (work) return work;
    }
    return undefined;
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let work = next(); work; work = next()) await work();
    running = false;
  }

  return {
    add: (rank, work) =>
      new Promise((resolve, reject) => {
        const done = async () => resolve(await work());
        waiting.get(rank)?.push(() => done().catch(reject));
        void run();
      }),
  };
}
