import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PaperCard } from '@/utils/paper/schema';
import { readCopiedText } from '@/utils/reading/copied-text/read-copied-text';

const FOLDER = 'tests/fixtures/copied-text';
const TODAY = '2026-11-22';
const FIXTURES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({
    name,
    text: readFileSync(`${FOLDER}/${name}`, 'utf8'),
    expected: `${FOLDER}/${name.replace(/txt$/, 'expected.json')}`,
  }));
const ABSTRACT =
  'Lamps burn in rows. In this work we count the rows, and show that the count is right for every street that has ' +
  'lamps. The method needs one walk per street and no map, and it does not mind rain. We compare it with the counts ' +
  'of three cities, which were made by hand, and find that it is never off by more than a single row in a hundred.';

function read(text: string, year?: number) {
  return readCopiedText(text, { today: TODAY, year });
}

function titlesOf(text: string) {
  return read(text).cards.map((card) => card.title);
}

/** A list of Hugging Face's search with one date per paper. */
function listOf(dates: string[]): string {
  return dates
    .map(
      (date, index) =>
        `Rows of Lamps in Street ${index}\n\n${index} ${ABSTRACT}\n\n  • 2 authors\n·\n${date}\n`,
    )
    .join('\n');
}

describe('fixtures', () => {
  test('there are some', () => {
    expect(FIXTURES.length, `write ${FOLDER}/*.txt`).toBeGreaterThan(10);
  });

  test.each(FIXTURES)('$name: gives what is written beside it', ({ text, expected }) => {
    expect(existsSync(expected), `write ${expected}`).toBe(true);
    expect(read(text)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  test.each(FIXTURES)('$name: its cards can be taken', ({ text }) => {
    expect(read(text).cards.filter((card) => !PaperCard.safeParse(card).success)).toEqual([]);
  });

  test.each(FIXTURES)('$name: other line ends and spaces make no difference', ({ text }) => {
    const whole = read(text);
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(whole);
    expect(read(text.replaceAll('\n', '\u2028'))).toEqual(whole);
    expect(read(text.replaceAll(' ', '\u00a0'))).toEqual(whole);
    expect(read(`\ufeff${text.replace(/\b(?=\w)/g, '\u0000\u200b')}`).cards.length).toBe(whole.cards.length);
  });

  test.each(FIXTURES)('$name: five times the same list gives each paper once', ({ text }) => {
    expect(titlesOf(`${text}\n`.repeat(5))).toEqual(titlesOf(text));
  });
});

describe('the year of dates without one', () => {
  test.each([
    [
      'the year after the newest printed one',
      ['Jul 10', 'Oct 15, 2021', 'May 6, 2024'],
      { value: 2025, from: 'printed' },
    ],
    ['at most the current year', ['Jul 10', 'May 6, 2026'], { value: 2026, from: 'printed' }],
    [
      'a printed year to come tells nothing',
      ['Jul 10', 'May 6, 2031', 'May 7, 2023'],
      { value: 2024, from: 'printed' },
    ],
    ['the current year if none is printed', ['Jul 10', 'May 6'], { value: 2026, from: 'asked' }],
    ['no year where every date has its own', ['Jul 10, 2023', 'May 6, 2024'], undefined],
  ])('%s', (_, dates, year) => {
    expect(read(listOf(dates)).year).toEqual(year);
  });

  test('is what the user sets, for those dates only', () => {
    const { cards, year } = read(listOf(['Jul 10', 'Oct 15, 2021']), 2019);
    expect(year).toEqual({ value: 2019, from: 'user' });
    expect(cards.map((card) => [card.publishedAt, card.publishedAtInferred])).toEqual([
      ['2019-07-10', true],
      ['2021-10-15', undefined],
    ]);
  });

  test.each([
    ['a day to come', 'Dec 24', undefined],
    ['no day of the calendar', 'Feb 30, 2024', undefined],
    ['a leap day of another year', 'Feb 29', undefined],
    ['today', 'Nov 22', '2026-11-22'],
  ])('%s', (_, date, expected) => {
    expect(read(listOf([date])).cards[0]?.publishedAt).toBe(expected);
  });
});

describe('what stands around a title and its abstract', () => {
  test.each([
    [
      'authors and date in one line',
      '• 3 authors · Jul 10, 2024',
      { authorCount: 3, publishedAt: '2024-07-10' },
    ],
    [
      'comments behind the date',
      '• 3 authors\n·\nJul 10, 2024 12',
      { authorCount: 3, publishedAt: '2024-07-10', comments: 12 },
    ],
    [
      'a year without comma is no number of comments',
      '• 3 authors\n·\nJul 10 2024',
      { authorCount: 3, publishedAt: '2024-07-10' },
    ],
    ['authors in German, an unknown month', '• 3 Autoren\n·\n10. Juli', { authorCount: 3 }],
    ['a day in French is no number of authors', '· 3 mars', {}],
    ['a month in Finnish is no March', '• 3 kirjoittajaa\n·\nMarraskuu 3, 2024', { authorCount: 3 }],
    ['an organisation instead of authors', 'Harbour Lab\n·\nJul 10, 2024', { publishedAt: '2024-07-10' }],
    ['votes', '• 3 authors\nUpvote\n1.2k\nGitHub\n77', { authorCount: 3, upvotes: 1200 }],
    ['an identifier', 'arXiv:2401.12345v2', { identifiers: { arxiv: '2401.12345' } }],
  ])('%s', (_, marks, expected) => {
    const [card, ...others] = read(
      `Rows of Lamps\n\n${ABSTRACT}\n\n${marks}\n\nNo Rows\n\n${ABSTRACT}\n`,
    ).cards;
    expect(card).toEqual({
      site: 'text',
      identifiers: {},
      title: 'Rows of Lamps',
      abstract: ABSTRACT,
      ...expected,
    });
    expect(others.map(({ title }) => title)).toEqual(['No Rows']);
  });

  test.each([
    ['a label', `Rows of Lamps\nAbstract\n${ABSTRACT}`, 'Rows of Lamps'],
    ['a number in the list', `#12 Rows of Lamps [PDF3] [Copy] [Kimi]\n${ABSTRACT}`, 'Rows of Lamps'],
    ['names', `Rows of Lamps\nAda Berg, Bo van der Cai\n${ABSTRACT}`, 'Rows of Lamps'],
    ['Subscribe', `SubscribeRows of Lamps\n${ABSTRACT}`, 'Rows of Lamps'],
    ['a percentage', `70% Rows, 100% Lamps\n${ABSTRACT}`, '70% Rows, 100% Lamps'],
    ['a small letter', `xLamp: Rows\n${ABSTRACT}`, 'xLamp: Rows'],
    ['a line break', `Rows and Columns of\nLamps\n${ABSTRACT}`, 'Rows and Columns of Lamps'],
  ])('a title with %s', (_, text, expected) => {
    expect(titlesOf(text)).toEqual([expected]);
  });

  test('an abstract in paragraphs stays one', () => {
    const { cards } = read(`Rows of Lamps\n\n${ABSTRACT}\n\nWe show two things:\n\n${ABSTRACT}\n`);
    expect(cards.map(({ abstract }) => abstract)).toEqual([
      `${ABSTRACT}\n\nWe show two things:\n\n${ABSTRACT}`,
    ]);
  });
});

describe('one title twice', () => {
  const OTHER = ABSTRACT.replace('Lamps burn in rows.', 'Whoever walks at night counts what burns.');
  const entry = (abstract: string, marks: string) => `Rows of Lamps\n\n${abstract}\n\n${marks}\n\n`;
  const pair = (first: string, second: string) =>
    read(
      entry(first, '• 2 authors\n·\nJul 10, 2023') +
        `No Rows\n\n${ABSTRACT}\n\n• 3 authors\n·\nJul 11, 2023\n\n` +
        entry(second, '• 5 authors\n·\nOct 15, 2025'),
    ).cards.filter(({ title }) => title === 'Rows of Lamps');

  test('with two abstracts are two papers', () => {
    expect(
      pair(ABSTRACT, OTHER).map(({ abstract, authorCount, publishedAt }) => [
        abstract,
        authorCount,
        publishedAt,
      ]),
    ).toEqual([
      [ABSTRACT, 2, '2023-07-10'],
      [OTHER, 5, '2025-10-15'],
    ]);
  });

  test('with one abstract, once cut short, are one paper', () => {
    const short = `${ABSTRACT.slice(0, 170)}…`;
    expect(pair(short, ABSTRACT).map(({ abstract }) => abstract)).toEqual([ABSTRACT]);
    expect(pair(ABSTRACT, ABSTRACT)).toHaveLength(1);
  });
});

describe('what is refused', () => {
  test('an abstract without a title in a list of titles', () => {
    const { cards, refused } = read(
      `${ABSTRACT}\n\n  • 2 authors\n·\nJul 10, 2024\n\nRows of Lamps\n\n${ABSTRACT}`,
    );
    expect(cards.map(({ title }) => title)).toEqual(['Rows of Lamps']);
    expect(refused).toEqual([{ place: 1, reason: 'unnamed' }]);
  });

  test('a title whose abstract was cut off', () => {
    const { cards, refused } = read(`Rows of Lamps\n\n${ABSTRACT}\n\nColumns of Many Lamps\n\nIn thi`);
    expect(cards).toHaveLength(1);
    expect(refused).toEqual([{ place: 2, title: 'Columns of Many Lamps', reason: 'cutOff' }]);
  });

  test('an article under its heading', () => {
    const { cards, refused } = read(`Rows of Lamps\n\n${`${ABSTRACT}\n\n`.repeat(60)}`);
    expect(cards).toEqual([]);
    expect(refused).toEqual([{ place: 1, title: 'Rows of Lamps', reason: 'tooLong' }]);
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\u00a0\r\n'],
    ['a shopping list', 'Milk\n2 eggs\nBread, 1.50\n+49 30 1234567\n2026-11-22'],
    ['code', 'import { a } from "b";\nconst x = 1;\nfunction f() { return x; }\n'],
    ['bytes', '\u0000\u0001\ufffd\ufffdPNG\r\n\u001a\n\u0000\u0000IHDR'.repeat(50)],
  ])('%s has no papers', (_, text) => {
    expect(read(text)).toEqual({ cards: [], refused: [] });
  });
});

describe('identifiers beside titles', () => {
  test.each([
    [
      'below',
      'Rows of Lamps\narXiv:2401.00001\nColumns of Lamps\narXiv:2401.00002',
      ['Rows of Lamps', 'Columns of Lamps'],
    ],
    [
      'above',
      'arXiv:2401.00001\nRows of Lamps\narXiv:2401.00002\nColumns of Lamps',
      ['Rows of Lamps', 'Columns of Lamps'],
    ],
    [
      'on a side that cannot be known',
      'My Lamps\n2401.00001\nRows of Lamps\n2401.00002\nColumns of Lamps',
      [undefined, undefined],
    ],
  ])('%s', (_, text, expected) => {
    expect(titlesOf(text)).toEqual(expected);
  });
});

test('a line of arXiv in another list does not make it one of arXiv', () => {
  const items = [1, 2, 3, 4, 5].map(
    (number) => `- Lantern number ${number} over a quiet harbour https://arxiv.org/abs/2609.0000${number}`,
  );
  const text = [...items, 'arXiv:2609.00009 [pdf, html, other]', 'Title: The one that was quoted'].join('\n');
  const { cards } = readCopiedText(text, { today: '2026-10-02' });
  expect(cards.length).toBeGreaterThanOrEqual(5);
});
