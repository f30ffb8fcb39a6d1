// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { linesOf } from '@/utils/reading/collect/lines';
import { GAP } from '@/utils/reading/phrases';
import { parse } from '../sites/read-fixture';

const lines = (html: string) => linesOf([parse(html).body]);

test('blocks and breaks make lines, links that only lead somewhere are gaps', () => {
  const html =
    '<p><b>A Title</b> of words<br><i>Ada Fjell</i></p><div>[<a>PDF</a>]<img></div><script>x</script>';
  expect(lines(html).map(({ text }) => text)).toEqual(['A Title of words', 'Ada Fjell', `[${GAP}]${GAP}`]);
});

test('what is set off knows whether it stands first', () => {
  const runs = lines('<p>[<a>PDF</a>] <b>First Words</b> and <a href="x">Other Words</a></p>').flatMap(
    (one) => one.runs,
  );
  expect(runs).toEqual([
    { text: 'First Words', link: false, start: true },
    { text: 'Other Words', link: true, start: false },
  ]);
});
