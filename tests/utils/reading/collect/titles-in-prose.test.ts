// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { titleInProse } from '@/utils/reading/collect/titles-in-prose';
import { parse } from '../sites/read-fixture';

test.each([
  ['a title', 'We read <a>Of Ships and Seas in Winter</a> twice.', 'Of Ships and Seas in Winter'],
  ['a quoted title', 'We read <a>“Of ships at sea”</a> twice.', 'Of ships at sea'],
  ['a title quoted before it', 'We read “Of ships at sea” (<a>pdf</a>) twice.', 'Of ships at sea'],
  ['who wrote it', 'Ships float (<a>Fjell et al. 2026</a>).', undefined],
  ['two who wrote it', 'Ships float (<a>Fjell &amp; Sund, 2026</a>).', undefined],
  ['words of the sentence', 'We read <a>that ships may float</a> twice.', undefined],
])('a link within a sentence that says %s', (_, html, title) => {
  const link = parse(`<p>${html}</p>`).querySelector('a') as Element;
  const mentions = [{ element: link, identifiers: {}, href: 'https://arxiv.org/abs/2601.00001' }];
  expect(titleInProse({ mentions, nodes: [link], prose: true, free: true }, [link])).toBe(title);
});
