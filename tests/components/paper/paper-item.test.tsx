// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { PaperItem } from '@/components/paper/paper-item';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';
import '@/tests/components/cleanup';

const onRemove = vi.fn<(paper: Paper) => void>();
const onSimilar = vi.fn<(paper: Paper) => void>();

function show(fields: Partial<Paper>, ...terms: string[]) {
  const paper = storedPaper({ id: 'arxiv:2609.00001', title: 'Lanterns over a quiet harbour', ...fields });
  render(
    <ul>
      <li>
        <PaperItem hit={{ paper, terms: new Set(terms) }} onSimilar={onSimilar} onRemove={onRemove} />
      </li>
    </ul>,
  );
  return { paper, item: screen.getByRole('listitem') };
}

function marksIn(element: Element): (string | null)[] {
  return [...element.querySelectorAll('mark')].map(({ textContent }) => textContent);
}

describe('the title', () => {
  test('is a heading that leads to the paper, and tells its page nothing', () => {
    show({ url: 'https://huggingface.co/papers/2609.00001' });
    const heading = screen.getByRole('heading', { name: 'Lanterns over a quiet harbour' });
    const link = within(heading).getByRole('link', { name: 'Lanterns over a quiet harbour' });
    expect(link.getAttribute('href')).toBe('https://huggingface.co/papers/2609.00001');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')?.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']));
  });

  test('is a heading without a link if the address is not known', () => {
    const { item } = show({});
    expect(within(item).getByRole('heading', { name: 'Lanterns over a quiet harbour' })).toBeTruthy();
    expect(within(item).queryByRole('link')).toBeNull();
  });

  test('has the matched words marked', () => {
    show({ url: 'https://a.example/' }, 'lanterns', 'harbour');
    expect(marksIn(screen.getByRole('heading'))).toEqual(['Lanterns', 'harbour']);
  });
});

test('TeX is drawn in title, names of buttons and abstract, and what matched is marked in it', () => {
  show(
    {
      title: String.raw`Sorting in $\mathcal{O}(n^2)$`,
      abstract: String.raw`By Schr\"odinger, $\alpha$-stable.`,
    },
    'schrodinger',
  );
  expect(screen.getByRole('heading').textContent).toBe('Sorting in O(n²)');
  expect(screen.getByRole('button', { name: 'Remove: Sorting in O(n²)' })).toBeTruthy();
  expect(screen.getByText(/α-stable/).textContent).toBe('By Schrödinger, α-stable.');
  expect(marksIn(screen.getByRole('listitem'))).toEqual(['Schrödinger']);
});

test('a paper without a title says each part of its abstract once', () => {
  const abstract = Array.from({ length: 30 }, (_, place) => `word${place}`).join(' ');
  const { item } = show({ title: undefined, abstract });
  for (const word of abstract.split(' ')) expect(item.textContent?.split(`${word} `).length).toBeLessThan(3);
  expect(within(item).getByRole('heading').textContent).toMatch(/^word0 .* …$/);
  expect(item.textContent).toContain('word29');
});

describe('the facts', () => {
  test.each<[string, Partial<Paper>, string]>([
    ['one author', { authors: ['Émile Müller'] }, 'Émile Müller'],
    ['three authors', { authors: ['A. One', 'B. Two', 'C. Three'] }, 'A. One, B. Two, C. Three'],
    [
      'five authors',
      { authors: ['A. One', 'B. Two', 'C. Three', 'D. Four', 'E. Five'] },
      'A. One, B. Two, C. Three and 2 more',
    ],
    ['the number of one author', { authorCount: 1 }, '1 author'],
    ['the number of seven authors', { authorCount: 7 }, '7 authors'],
    ['names rather than a number', { authors: ['A. One'], authorCount: 7 }, 'A. One'],
    ['the organization', { organization: 'Harbour Lab' }, 'Harbour Lab'],
  ])('tell %s', (_, fields, expected) => {
    const { item } = show(fields);
    expect(item.querySelector('.facts span')?.textContent).toBe(expected);
  });

  test('mark the words of authors that matched', () => {
    const { item } = show({ authors: ['Émile Müller', 'Grace Hopper'] }, 'muller');
    expect(marksIn(item)).toEqual(['Müller']);
  });

  test.each(['2026-09-28', '2026-09', '2026'])('tell %s as a date', (publishedAt) => {
    show({ publishedAt });
    expect(screen.getByText(publishedAt).getAttribute('datetime')).toBe(publishedAt);
  });

  test('lead to code and project', () => {
    show({ code: 'https://code.example/x', project: 'https://project.example/x' });
    expect(screen.getByRole('link', { name: 'Code' }).getAttribute('href')).toBe('https://code.example/x');
    expect(screen.getByRole('link', { name: 'Project' }).getAttribute('href')).toBe(
      'https://project.example/x',
    );
  });

  test('keep the direction of a name to itself', () => {
    const { item } = show({ authors: ['محمد العلي', 'Ada'], organization: 'Northfjord' });
    expect([...item.querySelectorAll('.facts bdi')].map(({ textContent }) => textContent)).toEqual([
      'محمد العلي',
      'Ada',
      'Northfjord',
    ]);
  });

  test('say nothing about what is not known', () => {
    const { item } = show({});
    expect(item.textContent).toBe('Lanterns over a quiet harbourSimilar');
  });
});

describe('the abstract', () => {
  test('is shown around the place that matched', () => {
    show({ abstract: `${'dark water '.repeat(60)}luminometry ${'of lights '.repeat(60)}` }, 'luminometry');
    const mark = screen.getByText('luminometry');
    const excerpt = mark.parentElement?.textContent ?? '';
    expect(excerpt).toMatch(/^… .* …$/);
    expect(excerpt.length).toBeLessThan(300);
  });
});

test('tags and note are shown, and why they were found', () => {
  const { item } = show({ tags: ['reading group', 'optics'], note: 'Ask <Ada> about optics.' }, 'optics');
  expect(item.textContent).toContain('reading group');
  expect(item.textContent).toContain('Ask <Ada> about optics.');
  expect(marksIn(item)).toEqual(['optics', 'optics']);
});

describe('the button', () => {
  test('says which paper it removes, and removes that one', () => {
    onRemove.mockClear();
    const { paper } = show({});
    expect(onRemove).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Remove: Lanterns over a quiet harbour' }));
    expect(onRemove.mock.calls).toEqual([[paper]]);
  });

  test('has a name also for a paper without a title', () => {
    show({ title: undefined } as Partial<Paper>);
    expect(screen.getByRole('button', { name: 'Remove: Title missing' })).toBeTruthy();
  });
});

test('strings that look like markup stay text', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const { item } = show(
    { title: evil, authors: [evil], organization: evil, abstract: evil, publishedAt: evil },
    'img',
  );
  expect(item.querySelector('img')).toBeNull();
  expect(screen.getByRole('heading').textContent).toBe(evil);
  expect(item.textContent?.split(evil).length).toBe(6);
});

test('asks for papers like it', () => {
  const { paper } = show({});
  fireEvent.click(screen.getByRole('button', { name: 'Similar to: Lanterns over a quiet harbour' }));
  expect(onSimilar).toHaveBeenCalledExactlyOnceWith(paper);
});
