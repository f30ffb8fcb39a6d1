// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readSavedPage, savedFrom } from '@/utils/reading/pages/saved-page';
import { complain, parse, TODAY } from '../sites/read-fixture';

const CONTEXT = { today: TODAY, pause: async () => {}, report: complain };
const LIST = 'https://arxiv.org/list/cs.CL/recent';
const BODY = `<body><div id="dlpage"><dl id="articles"><dt><a href="/abs/2609.00001">arXiv:2609.00001</a></dt>
  <dd><div class="list-title">Lanterns over a quiet harbour</div></dd></dl></div></body>`;

test.each([
  ['Chrome’s note', `<!-- saved from url=(0035)${LIST} --><html>`],
  ['SingleFile’s note', `<html><!-- Page saved with SingleFile \n url: ${LIST} \n saved date: x -->`],
  ['the canonical address', `<link rel="canonical" href="${LIST}">`],
  ['og:url', `<meta property="og:url" content="${LIST}">`],
])('the address a page was saved from is told by %s', async (_, head) => {
  const page = parse(`<!DOCTYPE html>${head}${BODY}`);
  expect(savedFrom(page)?.href).toBe(LIST);
  expect(await readSavedPage(page, CONTEXT)).toMatchObject({ site: 'arxiv', cards: [{ listing: LIST }] });
});

test.each([[''], ['<link rel="canonical" href="javascript:alert(1)">']])(
  'no address is told by %j',
  (head) => {
    expect(savedFrom(parse(head + BODY))).toBeUndefined();
  },
);

test.each([[undefined], ['arxiv']])(
  'without an address, read as %s, cards stand on no listing',
  async (chosen) => {
    const { cards, site } = await readSavedPage(parse(BODY), CONTEXT, chosen);
    expect(site).toBe('arxiv');
    expect(cards).toMatchObject([{ site: 'arxiv', identifiers: { arxiv: '2609.00001' } }]);
    expect(cards[0]).not.toHaveProperty('listing');
  },
);

test('a page of a site that the user calls a page of none is read as any page', async () => {
  const page = parse(`<link rel="canonical" href="${LIST}">${BODY.replace('/abs', 'https://arxiv.org/abs')}`);
  const { cards, site } = await readSavedPage(page, CONTEXT, '');
  expect(site).toBeUndefined();
  expect(cards).toMatchObject([{ site: 'web' }]);
});

test('a page of no site and no address has no listing', async () => {
  const page = parse(
    '<main><p><a href="https://arxiv.org/abs/2609.00001">Lanterns over a quiet harbour</a></p></main>',
  );
  for (const chosen of [undefined, '']) {
    const { cards } = await readSavedPage(page, CONTEXT, chosen);
    expect(cards).toMatchObject([{ site: 'web', identifiers: { arxiv: '2609.00001' } }]);
    expect(cards[0]).not.toHaveProperty('listing');
  }
});
