import { describe, expect, test } from 'vitest';
import { written } from '@/tests/utils/formats/written';
import { entryTex, writerOf } from '@/utils/formats/bibtex/write-entries';
import { entryOf, SAMPLES } from './sample-papers';

const STYLE = { dialect: 'bibtex', ascii: false } as const;

test('a paper of which nothing is known is an entry all the same', () => {
  expect(entryTex(entryOf('paper', {}), STYLE)).toBe('@misc{paper,\n}\n');
});

test('keys are written as given', () => {
  expect(entryTex(entryOf('Lamp:2020+a', { title: 'Lamps' }), STYLE)).toBe(
    '@misc{Lamp:2020+a,\n  title = {Lamps},\n}\n',
  );
});

describe('in ASCII', () => {
  test.each(['bibtex', 'biblatex'] as const)(
    '%s has other letters only where they have no command',
    async (dialect) => {
      const text = await written({ write: writerOf(dialect) }, SAMPLES, { ascii: true });
      expect(
        [...new Set(text.match(/[^ -~\n]+/g))].every((run) =>
          /^[\p{Script=Han}\p{Script=Cyrillic}\p{Script=Greek}\p{Extended_Pictographic}\u200d]+$/u.test(run),
        ),
      ).toBe(true);
    },
  );
});
