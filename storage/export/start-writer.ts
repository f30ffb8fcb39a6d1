/** Starts the worker that writes files. The bundler finds the worker's file by this very expression. */
export function startWriter(): Worker {
  return new Worker(new URL('./writer.worker.ts', import.meta.url), { type: 'module' });
}
