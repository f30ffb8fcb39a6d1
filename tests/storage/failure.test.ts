import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Failure, failureCode } from '@/storage/failure';

const quota = new DOMException('no room', 'QuotaExceededError');

test.each<[string, unknown, string]>([
  ['a failure of ours', new Failure('unnamed'), 'unnamed'],
  ['a failure of ours inside another error', new Error('x', { cause: new Failure('lost') }), 'lost'],
  ['no room', quota, 'full'],
  ['no room, by Dexie', new Dexie.QuotaExceededError('no room'), 'full'],
  ['no room, behind an aborted transaction', new Dexie.AbortError('aborted', quota), 'full'],
  [
    'no room, two errors deep',
    new Dexie.AbortError('aborted', new Dexie.QuotaExceededError('x', quota)),
    'full',
  ],
  ['no room while opening', new Dexie.OpenFailedError('open', quota), 'full'],
  ['a newer database', new Dexie.VersionError('newer'), 'newer'],
  [
    'a newer database, on the second try',
    new Dexie.DatabaseClosedError('closed', new Dexie.VersionError('newer')),
    'newer',
  ],
  ['input that does not parse', z.string().safeParse(1).error, 'refused'],
  ['a database that does not open', new Dexie.OpenFailedError('open'), 'unavailable'],
  ['no IndexedDB', new Dexie.MissingAPIError('none'), 'unavailable'],
  ['a closed database', new Dexie.DatabaseClosedError('closed'), 'unavailable'],
  ['storage that is forbidden', new DOMException('no', 'SecurityError'), 'unavailable'],
  ['a corrupt file', new DOMException('Internal error', 'UnknownError'), 'unavailable'],
  ['any other error', new TypeError('x is not a function'), 'unknown'],
  ['a name from the prototype', Object.assign(new Error('x'), { name: 'constructor' }), 'unknown'],
  ['a string', 'full', 'unknown'],
  ['nothing', undefined, 'unknown'],
  ['null', null, 'unknown'],
])('%s', (_, error, code) => {
  expect(failureCode(error)).toBe(code);
});
