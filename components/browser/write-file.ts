/** Has papers written into a file by a worker, so that the page stays responsive. */

import type { WrittenFile } from '@/storage/export/export-papers';
import { startWriter } from '@/storage/export/start-writer';
import type { FromWriter, ToWriter } from '@/storage/export/writer.worker';
import { Failure } from '@/storage/failure';
import { FORMATS } from '@/utils/formats';
import type { ExportRequest } from '@/utils/formats/parts/request';
import { sendMessage } from '@/utils/messages';

/**
 * Writes a file; `now` is a moment (ISO). Hears which share is written. Papers get their citation keys first, if the format has
 * them. Rejects with a `Failure`, or with the signal's reason when it is aborted: then nothing is left.
 */
export async function writeFile(
  request: ExportRequest,
  now: string,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<WrittenFile> {
  if (FORMATS.find(({ id }) => id === request.format)?.keyed) await giveKeys(request.ids);
  signal?.throwIfAborted();
  const answer = await answerTo({ request, now }, onProgress, signal);
  if (!('file' in answer)) throw new Failure('notWritten');
  return answer;
}

/** Those of these papers (without `ids`: of all) that a file lacks. Hears which share is done, rejects as `writeFile` does. */
export async function lackedBy(
  file: Blob,
  ids: readonly string[] | undefined,
  now: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const answer = await answerTo({ lackedBy: file, ids, now }, onProgress, signal);
  if (!('ids' in answer)) throw new Failure('unknown');
  return answer.ids;
}

type Answer = Exclude<FromWriter, { share: number } | { failure: unknown }>;

/** What the worker answers in the end. Its end without an answer is a failure, too. */
function answerTo(
  question: ToWriter,
  onProgress: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const worker = startWriter();
  return new Promise<Answer>((resolve, reject) => {
    const fail = () => reject(new Failure('notWritten'));
    signal?.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = fail;
    worker.onmessageerror = fail;
    worker.onmessage = ({ data }: MessageEvent<FromWriter>) => {
      if ('share' in data) onProgress(data.share);
      else if (!('failure' in data)) resolve(data);
      else if (data.failure === 'unknown') fail();
      else reject(new Failure(data.failure));
    };
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

/** Has the worker of the library give papers their citation keys; without `ids`, all. Throws its `Failure`. */
export async function giveKeys(ids: readonly string[] | undefined): Promise<void> {
  const answer = await sendMessage('giveCitationKeys', ids ? { ids: [...ids] } : {});
  if (!answer.ok) throw new Failure(answer.code);
}
