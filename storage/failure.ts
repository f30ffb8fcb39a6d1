import type { FailureCode } from '@/utils/messages';

/** Something that could not be done, with a code that has words for people in `assets/locales`. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** What stands behind an error from IndexedDB or Dexie (https://dexie.org/docs/DexieErrors/DexieError). */
export function failureCode(error: unknown): FailureCode {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = inner(cause)) {
    if (cause instanceof Failure) return cause.code;
    const code = CODES[String((cause as Error).name)];
    if (code) return code;
  }
  return 'unknown';
}

const CODES: Record<string, FailureCode> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  ZodError: 'refused',
  OpenFailedError: 'unavailable',
  MissingAPIError: 'unavailable',
  InvalidStateError: 'unavailable',
  DatabaseClosedError: 'unavailable',
  UnknownError: 'unavailable',
  SecurityError: 'unavailable',
};

function inner(error: object): unknown {
  return 'inner' in error ? error.inner : 'cause' in error ? error.cause : undefined;
}
