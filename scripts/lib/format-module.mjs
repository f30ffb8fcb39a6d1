/** The module of a format as `npm run new:format` begins it: it reads and writes a format of its own until that is changed. */

/**
 * @typedef {object} NewFormat
 * @property {string} id
 * @property {string} name
 * @property {string} variable what the module exports
 * @property {boolean} reads
 * @property {boolean} writes
 */

/**
 * @param {NewFormat} format
 * @returns {string} the source of the module
 */
export function formatModule({ id, name, variable, reads, writes }) {
  const imports = [
    ...(reads ? [`import type { FileEntry } from './parts/file-entry';`] : []),
    `import type { ${writes ? 'Entry, ' : ''}FormatModule } from './parts/format';`,
    ...(reads ? READER_IMPORTS : []),
    ...(writes ? [`import { titleText } from './parts/shown-text';`] : []),
  ];
  const members = [...(reads ? [READ] : []), ...(writes ? [WRITE] : [])];
  return `/** ${name.replaceAll('*/', '* /')}: who writes it, and where it is described. */
${imports.join('\n')}

${reads ? beginning(id) : ''}export const ${variable} = {
${members.join('\n')}
} satisfies FormatModule;
${reads ? reader(id) : ''}${writes ? writer(id) : ''}`;
}

const READER_IMPORTS = [
  `import { cardOf } from './parts/reading/described-card';`,
  `import { GatheredEntries } from './parts/reading/gathered-entries';`,
  `import { partsOfName } from './parts/reading/plain-name';`,
  `import type { OnShare } from './parts/progress';`,
  `import { readDate } from './parts/reading/read-date';`,
  `import { TaggedRecord } from './parts/reading/tagged-record';`,
  `import { linesOf } from './parts/reading/text-lines';`,
];

const READ = `  async read({ text }, { onShare }) {
    if (!FIRST.test(text.slice(0, 1000))) return undefined;
    const found = new GatheredEntries();
    for (const record of recordsIn(text, onShare)) found.add(record.line, entryOf(record), unkeptOf(record));
    return { papers: [], ...found.reading };
  },`;

const WRITE = `  async *write(batches) {
    yield HEAD;
    for await (const batch of batches) yield batch.map(written).join('');
  },`;

/** @param {string} id */
function beginning(id) {
  return `/** How a file begins. Formats are tried one after the other, so no other may begin so. */
const FIRST = /^\\s*%${id}\\b/;
const TAGGED = /^([A-Z][A-Za-z]{1,20}): *(.*)$/s;
/** Tags that are read. Others are counted, and told before the import. */
const READ = new Set(['Title', 'Author', 'Date', 'DOI']);

`;
}

/** @param {string} id */
function reader(id) {
  return `
/** Records begin with a title. What has no tag goes on with the line before. */
function* recordsIn(text: string, onShare?: OnShare): Generator<TaggedRecord> {
  let record: TaggedRecord | undefined;
  for (const [line, number] of linesOf(text, onShare)) {
    const [, tag, value = ''] = TAGGED.exec(line) ?? [];
    if (tag === 'Title') {
      if (record) yield record;
      record = new TaggedRecord(number);
    }
    if (tag === undefined) record?.extend(line);
    else record?.add(tag, value);
  }
  if (record) yield record;
}

function entryOf(record: TaggedRecord): Omit<FileEntry, 'place' | 'line'> {
  const card = cardOf({
    site: '${id}',
    type: undefined,
    title: record.first('Title'),
    abstract: '',
    authors: record.all('Author').map(partsOfName),
    editors: [],
    publishedAt: readDate(record.first('Date').slice(0, 100)),
    address: '',
    venue: '',
    volume: '',
    issue: '',
    pages: '',
    publisher: '',
    numbers: [],
    identifiers: { doi: record.all('DOI'), arxiv: [], venues: [], remarks: [], pmid: '', pmcid: '' },
  });
  return { card };
}

function unkeptOf(record: TaggedRecord): string[] {
  return record.fields.filter(({ tag, value }) => !READ.has(tag) && value.trim()).map(({ tag }) => tag);
}
`;
}

/** @param {string} id */
function writer(id) {
  return `
const HEAD = '%${id}\\n';

/** Texts may hold anything, so each is made one line of whole characters. */
function written({ paper }: Entry): string {
  return \`Title: \${titleText(paper.title ?? '')}\\n\`;
}
`;
}
