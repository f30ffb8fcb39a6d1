/** Starts the import's worker. The bundler finds the worker's file by this very expression. */
export function startReader(): Worker {
  return new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
}
