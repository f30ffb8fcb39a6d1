/** Random but plausible papers, for properties. Texts include what hostile pages contain. */
import fc from 'fast-check';
import { PAPER_KEYS } from '@/utils/formats/parts/exported-paper';
import { cleanField, httpUrl } from '@/utils/paper/clean-field';
import { weigh } from '@/utils/paper/evidence';
import { FIELDS, MERGED_FIELDS, PUBLICATION_TYPES } from '@/utils/paper/fields';
import { keysOf, strongKeys } from '@/utils/paper/identity';
import type { Statement } from '@/utils/paper/normalise';
import type { ExportedPaper, NameParts, Origin, Paper, PaperCard, Sighting } from '@/utils/paper/schema';
import { cut, oneLine, paragraphs } from '@/utils/text/clean';

const iso = (time: number) => new Date(time).toISOString();
const YEAR_2000 = Date.UTC(2000, 0);
const YEAR_2030 = Date.UTC(2030, 0);

export const moment = fc.integer({ min: YEAR_2000, max: YEAR_2030 }).map(iso);
export const day = moment.map((time) => time.slice(0, 10));
const anyDay = fc.oneof(
  day,
  day.map((full) => full.slice(0, 7)),
  day.map((full) => full.slice(0, 4)),
);

/** Words, white space, controls, bidi marks, halves of surrogate pairs, scripts without spaces. */
export const messyText = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('state', 'space', 'Müller', 'GPT-4', 'ﬁne', '状態', '𝒳', '👩‍🔬'),
      },
      { weight: 3, arbitrary: fc.constantFrom(' ', '  ', '\n', '\r\n', '\n\n', '\t', '\u00a0') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\0', '\u001b', '\u200b', '\u202e', '\u2066', '\ufeff', '\ud83d'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** Words that people write in several ways, joined and parted as chance has it. */
export const writtenText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'pre',
        'Training',
        'U',
        'net',
        'k',
        '3',
        'D',
        'Llama',
        '2',
        'C++',
        'C#',
        '.NET',
        'js',
        'R²',
        'β',
      ),
      fc.constantFrom(
        'J',
        'S',
        'एस',
        'की',
        'ทฤษฎี',
        'ខ្មែរ',
        'مُـعلم',
        'サーバー',
        '機器',
        '机器',
        'ﾃﾞｨ',
        '4.5',
        'x',
      ),
      fc.constantFrom(' ', ' ', '-', '.', '. ', '^', '_', '’', '\u200c', '・', '\n', '(', '++', '#'),
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

/** What a page may put where an address should be. */
const rawUrl = fc.oneof(
  fc.webUrl(),
  messyText,
  fc.constantFrom('javascript:alert(1)', 'data:text/html,x', '//host/x', ''),
);

const arxivId = fc
  .tuple(
    fc.integer({ min: 10, max: 26 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 99_999 }),
  )
  .map(([year, month, number]) => `${year}${pad(month, 2)}.${pad(number, 5)}`);

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

const count = fc.nat({ max: 1_000_000 });

const publicationType = fc.constantFrom(...PUBLICATION_TYPES);
const namePart = messyText.map((text) => cut(text.toWellFormed(), 200) || 'Byron');
const nameParts: fc.Arbitrary<NameParts> = fc.oneof(
  fc.record(
    { family: namePart, given: namePart, particle: namePart, suffix: namePart },
    { requiredKeys: ['family'] },
  ),
  fc.record({ literal: namePart }),
);

const cardShape = {
  site: fc.constantFrom('huggingface', 'arxiv', 'another-site'),
  listing: fc.oneof({ weight: 4, arbitrary: fc.webUrl() }, { weight: 1, arbitrary: rawUrl }),
  identifiers: fc.dictionary(
    fc.constantFrom('arxiv', 'doi', 'openreview'),
    fc.oneof(arxivId, messyText, fc.array(fc.oneof(arxivId, messyText), { minLength: 2, maxLength: 3 })),
  ),
  title: fc.oneof(messyText, fc.constant('Long '.repeat(2000))),
  abstract: fc.oneof(messyText, fc.constant(`${'Line of an abstract\n'.repeat(900)}`)),
  authors: fc.array(messyText, { maxLength: 4 }),
  authorCount: count,
  nameParts: fc.dictionary(messyText, nameParts, { maxKeys: 3 }),
  type: publicationType,
  volume: messyText,
  issue: messyText,
  pages: messyText,
  publisher: messyText,
  editors: fc.array(messyText, { maxLength: 3 }),
  isbn: fc.array(messyText, { maxLength: 3 }),
  issn: fc.array(messyText, { maxLength: 3 }),
  primaryClass: messyText,
  publishedAt: anyDay,
  publishedAtInferred: fc.constant(true as const),
  listedAt: day,
  url: rawUrl,
  venue: messyText,
  organization: fc.oneof(messyText, fc.constant('Institute of '.repeat(80))),
  code: rawUrl,
  project: rawUrl,
  upvotes: count,
  comments: count,
  submitter: messyText,
  embedded: fc.subarray([...MERGED_FIELDS]),
};

/** A card as a site may read it off a page: raw and untrusted, but of the right types and lengths. */
export const paperCard: fc.Arbitrary<PaperCard> = fc.record(cardShape, {
  requiredKeys: ['site', 'listing', 'identifiers'],
});

/** Few values, so that two sources often say the same, and often something else. */
const values = {
  title: fc.constantFrom('Deep Sets', 'Deep Sets (v2)', 'Deeper Sets'),
  abstract: fc.constantFrom('Short.', 'Longer abstract.', 'Another abstract'),
  authors: fc.constantFrom<string[]>(['Ada Lovelace'], ['A. Lovelace'], ['Ada Lovelace', 'Grace Hopper']),
  authorCount: fc.constantFrom(1, 2, 300),
  publishedAt: fc.constantFrom('2026', '2026-09', '2026-09-28', '2025-09-28'),
  url: fc.constantFrom('https://a.example/1', 'https://b.example/1'),
  nameParts: fc.constantFrom<Record<string, NameParts>>(
    { 'Ada Lovelace': { family: 'Lovelace', given: 'Ada' } },
    { 'Ada Lovelace': { family: 'Lovelace' }, 'Grace Hopper': { family: 'Hopper' } },
  ),
  type: fc.constantFrom('preprint' as const, 'article' as const),
  venue: fc.constantFrom('NeurIPS', 'ICML'),
  volume: fc.constantFrom('3', '30'),
  issue: fc.constantFrom('3', '30'),
  pages: fc.constantFrom('1-9', 'e17'),
  publisher: fc.constantFrom('ACM', 'IEEE'),
  editors: fc.constantFrom<string[]>(['Ada Lovelace'], ['Ada Lovelace', 'Grace Hopper']),
  isbn: fc.constantFrom<string[]>(['9780000000002'], ['9780000000002', '9780000000019']),
  issn: fc.constantFrom<string[]>(['1234-5679'], ['2049-3630']),
  primaryClass: fc.constantFrom('cs.LG', 'stat.ML'),
  organization: fc.constantFrom('Lab A', 'Lab B'),
  code: fc.constantFrom('https://a.example/code', 'https://b.example/code'),
  project: fc.constantFrom('https://a.example/', 'https://b.example/'),
};

const someValues = fc.record(values, { requiredKeys: [] });
const trust = fc.constantFrom(1 as const, 2 as const, 3 as const);
const trusts = fc.tuple(...MERGED_FIELDS.map(() => trust));

/** Identifiers of one and the same paper: any two of them agree. */
const sameIdentifiers = fc.record(
  {
    arxiv: fc.constant('2609.12345'),
    doi: fc.constantFrom('10.1000/same', '10.1000/preprint', ['10.1000/preprint', '10.1000/same']),
    openreview: fc.constant('sAmE'),
  },
  { requiredKeys: [] },
);

/** What sources may state about one and the same paper. */
export const statement: fc.Arbitrary<Statement> = fc
  .record({
    site: cardShape.site,
    at: moment,
    some: someValues,
    trusts,
    identifiers: sameIdentifiers,
    inferred: fc.boolean(),
  })
  .map(({ site, at, some, trusts, identifiers, inferred }) => ({
    site,
    at,
    values: some,
    ...(inferred && some.publishedAt !== undefined && { publishedAtInferred: true as const }),
    identifiers,
    trust: Object.fromEntries(
      MERGED_FIELDS.flatMap((field, index) => (field in some ? [[field, trusts[index]]] : [])),
    ),
    sighting: { site, url: `https://${site}.example/list`, seenAt: at },
  }));

/** A stored record. Every field that a source stated has its origin; only present fields are locked. */
export const paper: fc.Arbitrary<Paper> = fc
  .record({
    id: arxivId.map((id) => `arxiv:${id}`),
    some: someValues,
    site: cardShape.site,
    at: moment,
    trusts,
    identifiers: sameIdentifiers,
    tags: fc.uniqueArray(fc.constantFrom('ml', 'to read', 'ödön', 'x'), { maxLength: 3 }),
    note: fc.option(fc.constantFrom('Read this.', 'Important\n\nReally.'), { nil: undefined }),
    status: fc.constantFrom('unread' as const, 'reading' as const, 'read' as const),
    starred: fc.boolean(),
    savedAt: moment,
    lock: fc.array(fc.boolean(), { minLength: MERGED_FIELDS.length, maxLength: MERGED_FIELDS.length }),
    revision: fc.nat({ max: 1000 }),
  })
  .map(({ some, site, at, trusts, note, lock, ...rest }) => {
    const stated = { ...some };
    if (stated.authors) delete stated.authorCount;
    const present = MERGED_FIELDS.filter((field) => field in stated);
    const origins = Object.fromEntries(
      present.map((field, index) => [field, { site, trust: trusts[index], at } as Origin]),
    );
    const edited = present.filter((_, index) => lock[index]).sort();
    return {
      authors: [],
      ...stated,
      ...rest,
      ...(note !== undefined && { note }),
      edited,
      origins,
      changedAt: Object.fromEntries(edited.map((field) => [field, at])),
    };
  });

export const sighting: fc.Arbitrary<Sighting> = fc.record(
  {
    paper: fc.constant('arxiv:2609.12345'),
    site: cardShape.site,
    url: fc.webUrl(),
    seenAt: moment,
    listedAt: day,
    upvotes: count,
    comments: count,
    submitter: fc.constantFrom('ada', 'grace'),
  },
  { requiredKeys: ['paper', 'site', 'url', 'seenAt'] },
);

/** Left out rather than empty, as in an export. */
const some = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(
    arbitrary.filter((value) => value !== ''),
    { nil: undefined },
  );
const line = (limit: number) => messyText.map((text) => cut(oneLine(text), limit));
const address = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .map((url) => httpUrl(url) ?? '');

const source: fc.Arbitrary<ExportedPaper['sources'][number]> = fc.record(
  {
    site: cardShape.site,
    url: address,
    seenAt: moment,
    listedAt: day,
    upvotes: count,
    comments: count,
    submitter: line(FIELDS.venue.limit).filter(Boolean),
  },
  { requiredKeys: ['site', 'url', 'seenAt'] },
);

const anIdentifier = fc.oneof(
  arxivId,
  arxivId.map((id) => `10.1234/${id}(a)`),
  arxivId.map((id) => `10.18653/v1/${id}`),
  messyText,
);
const anyIdentifiers = fc
  .dictionary(
    fc.constantFrom('arxiv', 'doi', 'openreview', 'acl', 'pubmed'),
    fc.oneof(anIdentifier, fc.array(anIdentifier, { minLength: 2, maxLength: 3 })),
  )
  .map((raw) =>
    Object.fromEntries(
      Object.entries(cleanField('identifiers', raw) ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );

/** Ids that a library gave, and others that are valid. */
const oddId = fc
  .oneof(
    fc.constantFrom(
      'arxiv:2609.00001~2',
      'title:状態',
      '__proto__',
      'constructor',
      'a b',
      'a/../b',
      '😀😀😀',
    ),
    fc.string({ minLength: 3, maxLength: 12 }),
  )
  .map((id) => id.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim())
  .filter((id) => [...id].length >= 3);

const people = fc.array(
  line(FIELDS.authors.limit).filter((name) => /[^\s,;]$/.test(name)),
  { maxLength: 3 },
);

/** Ids of records that are other papers. */
const apartFrom = fc
  .uniqueArray(fc.constantFrom('arxiv:2609.00001', 'doi:10.1234/b', 'title:lamps~x'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((ids) => ids.toSorted());

/** One paper as a library may export it: texts clean, fields in any combination. */
export const exportedPaper: fc.Arbitrary<ExportedPaper> = fc
  .record({
    odd: some(oddId),
    title: some(
      fc.oneof(line(FIELDS.title.limit), fc.constantFrom('Deep Sets', 'Deep Sets for the Sea', 'Editorial')),
    ),
    abstract: some(messyText.map(paragraphs)),
    authors: people,
    authorCount: some(count),
    nameParts: some(
      fc
        .dictionary(line(FIELDS.authors.limit), nameParts, { maxKeys: 3 })
        .map((parts) => cleanField('nameParts', parts)),
    ),
    type: some(publicationType),
    volume: some(line(FIELDS.volume.limit)),
    issue: some(line(FIELDS.issue.limit)),
    pages: some(line(FIELDS.pages.limit)),
    publisher: some(line(FIELDS.publisher.limit)),
    editors: some(people.map((names) => cleanField('editors', names))),
    isbn: some(fc.array(line(FIELDS.isbn.limit), { maxLength: 2 }).map((codes) => cleanField('isbn', codes))),
    issn: some(fc.array(line(FIELDS.issn.limit), { maxLength: 2 }).map((codes) => cleanField('issn', codes))),
    primaryClass: some(line(FIELDS.primaryClass.limit)),
    publishedAt: some(anyDay),
    inferred: fc.boolean(),
    url: some(address),
    identifiers: anyIdentifiers,
    venue: some(line(FIELDS.venue.limit)),
    organization: some(line(FIELDS.venue.limit)),
    code: some(address),
    project: some(address),
    tags: fc.uniqueArray(line(100).filter(Boolean), { maxLength: 3 }),
    note: some(fc.constantFrom('Read this.', 'One line\n  and\tanother\n\n', '<b>&amp;', '\u2028 👩‍🔬')),
    status: fc.constantFrom('unread' as const, 'reading' as const, 'read' as const),
    starred: fc.boolean(),
    apart: some(apartFrom),
    same: some(apartFrom.map((ids) => ids.map((id) => `${id}~1`))),
    savedAt: moment,
    edited: fc.subarray([...MERGED_FIELDS, 'note']).map((names) => names.toSorted()),
    sources: fc.uniqueArray(source, { selector: ({ site, url }) => `${site} ${url}`, maxLength: 3 }),
  })
  .map(({ odd, inferred, authors, authorCount, publishedAt, sources, ...rest }) => {
    const paper = {
      ...rest,
      authors,
      ...(authors.length === 0 && { authorCount }),
      publishedAt,
      ...(inferred && publishedAt && { publishedAtInferred: true as const }),
      sources: sources.toSorted((a, b) => (`${a.site} ${a.url}` < `${b.site} ${b.url}` ? -1 : 1)),
    };
    const [key = ''] = keysOf(paper);
    const full = { ...paper, id: odd ?? key };
    return Object.fromEntries(
      PAPER_KEYS.filter((name) => full[name] !== undefined).map((name) => [name, full[name]]),
    ) as unknown as ExportedPaper;
  })
  .filter((paper) => keysOf(paper).length > 0);

/** Papers that one library may hold: each id and identifier once, a title again only where the papers differ. */
export const exportedLibrary: fc.Arbitrary<ExportedPaper[]> = fc
  .array(exportedPaper, { maxLength: 8 })
  .map((papers) =>
    papers.filter((paper, index) => !papers.slice(0, index).some((earlier) => meet(earlier, paper))),
  );

function meet(a: ExportedPaper, b: ExportedPaper): boolean {
  const strong = new Set([a.id, ...strongKeys(a)]);
  if ([b.id, ...strongKeys(b)].some((key) => strong.has(key))) return true;
  const keys = new Set(keysOf(a));
  return keysOf(b).some((key) => keys.has(key)) && weigh(a, b) === 'same';
}
