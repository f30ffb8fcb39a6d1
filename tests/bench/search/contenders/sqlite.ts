/** SQLite's FTS5 as WebAssembly; it lives in a worker, because only there may files be read in place. */
import type { Open } from './contender';

export const open: Open = async (papers) => {
  const worker = new Worker(`sqlite-worker.js?opfs-disable&papers=${papers}`, { type: 'module' });
  const ask = <T>(query: string | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) =>
        'error' in data ? reject(new Error(data.error)) : resolve(data.answer);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ query });
    });
  return { find: (query) => ask<string[]>(query), elsewhere: () => ask<number>(undefined) };
};
