/** What every message's handler begins and ends with. */
import type { z } from 'zod';
import { Failure, failureCode } from '@/storage/failure';
import type { Result } from '@/utils/messages';
import type { Sender } from './sender';

/** UTF-16 units of one message as JSON; a longer one is refused before it is parsed. */
const MAX_MESSAGE = 4_000_000;

export interface Incoming {
  data: unknown;
  sender: Sender;
}

/** Failures become codes. The cause goes to the worker's console. */
export async function answer<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    console.warn('[offprint]', error);
    const about = error instanceof Failure ? error.about : undefined;
    return { ok: false, code: failureCode(error), ...(about !== undefined && { about }) };
  }
}

/** Throws if the data has not the shape, or is too large to be looked at. */
export function parse<T>(schema: z.ZodType<T>, data: unknown): T {
  if (JSON.stringify(data ?? null).length > MAX_MESSAGE) throw new Failure('tooLarge');
  return schema.parse(data);
}
