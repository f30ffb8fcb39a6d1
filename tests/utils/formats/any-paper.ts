/** Papers with any Unicode in every text, cleaned by nobody: for properties of writers. */
import fc from 'fast-check';
import { PUBLICATION_TYPES } from '@/utils/paper/fields';
import type { ExportedPaper } from '@/utils/paper/schema';

/** What formats take for their own, and what they break at. */
const PIECES = [
  ...[
    'TY  - ',
    'ER  - ',
    '\nAB  - x',
    '\r\n',
    '\r',
    '\n',
    '\t',
    '\u2028',
    '\u0085',
    '\0',
    '\ufeff',
    '\uffff',
  ],
  ...[
    '"',
    '""',
    "'",
    "''",
    ',',
    ';',
    '; ',
    '\\',
    '=',
    '+',
    '-',
    '@',
    '＝',
    '---\n',
    ': ',
    '#',
    '/',
    '.',
    ' ',
  ],
  ...['$x^2$', '<b>', '&amp;', '{S}', '\ud83d', '\udc00', '👩‍🔬', '状', 'e\u0301', 'É', 'ß', 'İ', '\u202e'],
  ...['con', 'NUL', 'a', 'A', 'van', 'Jr.', 'and'],
];

export const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''))
  .filter(Boolean);
const texts = fc.array(anyText, { maxLength: 3 });
const address = fc.webUrl({ withQueryParameters: true, withFragments: true });

export const anyPaper: fc.Arbitrary<ExportedPaper> = fc.record(
  {
    id: anyText,
    title: anyText,
    abstract: anyText,
    authors: texts,
    editors: texts,
    authorCount: fc.nat(),
    publishedAt: fc.constantFrom('2023', '2023-01', '2023-01-05'),
    url: address,
    identifiers: fc.dictionary(fc.constantFrom('arxiv', 'doi', 'acl', 'openreview'), anyText),
    type: fc.constantFrom(...PUBLICATION_TYPES),
    venue: anyText,
    volume: anyText,
    issue: anyText,
    pages: anyText,
    publisher: anyText,
    isbn: texts,
    issn: texts,
    organization: anyText,
    code: address,
    tags: texts,
    note: anyText,
    status: fc.constantFrom('unread' as const, 'read' as const),
    starred: fc.boolean(),
    savedAt: fc.constant('2026-09-28T06:00:00.000Z'),
    edited: fc.constant([]),
    sources: fc.constant([]),
  },
  {
    requiredKeys: [
      'id',
      'authors',
      'identifiers',
      'tags',
      'status',
      'starred',
      'savedAt',
      'edited',
      'sources',
    ],
  },
);
