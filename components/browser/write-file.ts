/** Has papers written into a file by a worker, so that the page stays responsive. */

import { startWriter } from '@/storage/export/start-writer';
import type { FromWriter, ToWriter } from '@/storage/export/writer.worker';
import { Failure } from '@/storage/failure';
import { FORMATS } from '@/utils/formats';
import type { ExportRequest } from '@/utils/formats/parts/request';
import { sendMessage } from '@/utils/messages';

/**
 * The file; `now` is a moment (ISO). Hears which share is written. Papers get their citation keys first, if the format has
 * them. Rejects with a `Failure`, or with the signal's reason when it is aborted: then nothing is left.
 */
export async function writeFile(
  request: ExportRequest,
  now: string,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<File> {
  if (FORMATS.find(({ id }) => id === request.format)?.keyed) await giveKeys(request.ids);
  signal?.throwIfAborted();
  const worker = startWriter();
  return new Promise<File>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = () => reject(new Failure('unknown'));
    worker.onmessage = ({ data }: MessageEvent<FromWriter>) => {
      if ('share' in data) onProgress(data.share);
      else if ('file' in data) resolve(data.file);
      else reject(new Failure(data.failure));
    };
    worker.postMessage({ request, now } satisfies ToWriter);
  }).finally(() => worker.terminate());
}

/** Has the worker of the library give papers their citation keys; without `ids`, all. Throws its `Failure`. */
export async function giveKeys(ids: readonly string[] | undefined): Promise<void> {
  const answer = await sendMessage('giveCitationKeys', ids ? { ids: [...ids] } : {});
  if (!answer.ok) throw new Failure(answer.code);
}
