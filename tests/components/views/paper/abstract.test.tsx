// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Abstract } from '@/components/views/paper/abstract';
import { storedPaper } from '@/tests/storage/papers';

const draw = (abstract?: string) =>
  render(<Abstract paper={storedPaper({ id: 'a:1', ...(abstract !== undefined && { abstract }) })} />)
    .container;

test('the whole abstract is there, in its paragraphs, with its TeX drawn', () => {
  const long = 'dark water '.repeat(500).trim();
  const container = draw(`${long}\n\n${String.raw`An $\alpha$-stable <b>end</b>.`}`);
  expect(screen.getByRole('heading', { name: 'Abstract' })).toBeTruthy();
  const paragraphs = [...container.querySelectorAll('p')].map(({ textContent }) => textContent);
  expect(paragraphs).toEqual([long, 'An α-stable <b>end</b>.']);
});

test.each([undefined, ''])('without one there is no heading (%j)', (abstract) => {
  expect(draw(abstract).childElementCount).toBe(0);
});
