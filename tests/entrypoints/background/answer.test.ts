import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { answer, parse } from '@/entrypoints/background/answer';
import { Failure } from '@/storage/failure';

beforeEach(
  () =>
    void vi
      .spyOn(console, 'warn')
      .mockReset()
      .mockImplementation(() => {}),
);

describe('an answer', () => {
  test('is what the work gives', async () => {
    expect(await answer(async () => 7)).toEqual({ ok: true, value: 7 });
    expect(console.warn).not.toHaveBeenCalled();
  });

  test.each<[string, unknown, string]>([
    ['a failure', new Failure('lost'), 'lost'],
    ['a full disk', new DOMException('no room', 'QuotaExceededError'), 'full'],
    ['a shape that does not fit', z.string().safeParse(1).error, 'refused'],
    ['something else', new Error('broken'), 'unknown'],
    ['nothing', undefined, 'unknown'],
  ])('to %s is its code, and the cause is told to the console', async (_, error, code) => {
    expect(await answer(() => Promise.reject(error))).toEqual({ ok: false, code });
    expect(vi.mocked(console.warn).mock.calls).toEqual([['[offprint]', error]]);
  });

  test('is a code, too, if the work throws before it begins', async () => {
    const work = () => {
      throw new Failure('busy');
    };
    expect(await answer(work)).toEqual({ ok: false, code: 'busy' });
  });
});

describe('parsing', () => {
  const Text = z.strictObject({ text: z.string() });

  test('gives data that has the shape, and refuses others', () => {
    expect(parse(Text, { text: 'a' })).toEqual({ text: 'a' });
    expect(() => parse(Text, { text: 1 })).toThrow(z.ZodError);
    expect(() => parse(Text, undefined)).toThrow(z.ZodError);
  });

  test('does not begin with what is too large', () => {
    const check = vi.fn(() => true);
    const schema = z.unknown().refine(check);
    parse(schema, 'x'.repeat(3_999_000));
    expect(check).toHaveBeenCalledTimes(1);
    expect(() => parse(schema, 'x'.repeat(4_000_000))).toThrow(new Failure('tooLarge'));
    expect(check).toHaveBeenCalledTimes(1);
  });
});
