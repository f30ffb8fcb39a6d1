import type { FailureCode } from '@/utils/messages';

/** Something that could not be done, with a code that has words for people in `assets/locales`. */
export class Failure extends Error {
  readonly code: FailureCode;
  /** What it is about: `Result` in utils/messages.ts says what that is for each code. */
  readonly about: string | undefined;

  constructor(code: FailureCode, { about, ...options }: ErrorOptions & { about?: string } = {}) {
    super(code, options);
    this.code = code;
    this.about = about;
  }
}

/** The innermost known cause of an error. Dexie wraps errors (https://dexie.org/docs/DexieErrors/DexieError). */
export function failureCode(error: unknown): FailureCode {
  if (error instanceof Failure) return error.code;
  if (typeof error !== 'object' || error === null) return 'unknown';
  const deeper = failureCode(inner(error));
  return deeper === 'unknown' ? (CODES.get(String((error as Error).name)) ?? 'unknown') : deeper;
}

const CODES = new Map<string, FailureCode>(
  Object.entries({
    QuotaExceededError: 'full',
    VersionError: 'newer',
    ZodError: 'refused',
    OpenFailedError: 'unavailable',
    MissingAPIError: 'unavailable',
    InvalidStateError: 'unavailable',
    DatabaseClosedError: 'unavailable',
    UnknownError: 'unavailable',
    SecurityError: 'unavailable',
  }),
);

function inner(error: object): unknown {
  return 'inner' in error ? error.inner : 'cause' in error ? error.cause : undefined;
}
