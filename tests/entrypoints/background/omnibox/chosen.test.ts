import { expect, test } from 'vitest';
import { chosenIn } from '@/entrypoints/background/omnibox/chosen';

const OWN = 'chrome-extension://offprint';

test.each<[string, object]>([
  ['https://arxiv.org/abs/2609.00001', { address: 'https://arxiv.org/abs/2609.00001' }],
  [' http://lab.example/a ', { address: 'http://lab.example/a' }],
  [`${OWN}/library.html#/paper/x`, { address: `${OWN}/library.html#/paper/x` }],
  ['chrome-extension://offprint.evil/page.html', { query: 'chrome-extension://offprint.evil/page.html' }],
  ['chrome-extension://other/page.html', { query: 'chrome-extension://other/page.html' }],
  ['title:graph', { query: 'title:graph' }],
  ['javascript:alert(1)', { query: 'javascript:alert(1)' }],
  ['data:text/html,x', { query: 'data:text/html,x' }],
  ['quiet  harbour ', { query: 'quiet  harbour' }],
  ['https://arxiv.org/abs/2609.00001 and more', { query: 'https://arxiv.org/abs/2609.00001 and more' }],
  ['', { query: '' }],
])('%j', (text, chosen) => {
  expect(chosenIn(text, OWN)).toEqual(chosen);
});
