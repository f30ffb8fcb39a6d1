/**
 * What PaperMemory's options page writes, apart from its .bib files: https://github.com/vict0rsch/PaperMemory
 * It is only read.
 */
import { record } from '@/utils/reading/loose-json';
import { cut, oneLine } from '@/utils/text/clean';
import { readBibtex } from '../bibtex/read-bibtex';
import type { FileEntry } from '../parts/file-entry';
import type { FormatModule, Reading } from '../parts/format';
import type { OnShare } from '../parts/progress';
import { type JsonMember, jsonMembers } from '../parts/reading/json-members';
import { entryOfLink, isLink } from './entry-of-link';
import { entryOfMemory, isMemory } from './entry-of-memory';
import type { Found } from './found';
import { identifiersOfId } from './identifiers-of-id';

const LONGEST_TITLE = 200;
/** Members that are looked at to tell what a file is. */
const SAMPLE = 20;

/** What a file consists of. */
interface Shape {
  kind: 'object' | 'list';
  is(value: unknown): boolean;
  read(value: unknown, name: string): Found;
}

const SHAPES: readonly Shape[] = [
  { kind: 'object', is: isMemory, read: (value, name) => entryOfMemory(value as object, name) },
  { kind: 'object', is: isBibtex, read: (value, name) => entryOfBibtex(value as string, name) },
  { kind: 'list', is: isLink, read: entryOfLink },
];

export const papermemory = {
  async read({ text }, { onShare }) {
    const shape = shapeOf(text);
    return shape && reading(text, shape, onShare);
  },
} satisfies FormatModule;

/** What most of the first members are; the version of the data is none. */
function shapeOf(text: string): Shape | undefined {
  const file = jsonMembers(text);
  if (!file) return undefined;
  const sample: unknown[] = [];
  for (const { name, value } of file.members) {
    if (!isMeta(name)) sample.push(value);
    if (sample.length === SAMPLE) break;
  }
  return SHAPES.find(
    ({ kind, is }) => kind === file.kind && sample.some(is) && 2 * sample.filter(is).length >= sample.length,
  );
}

function reading(text: string, { is, read }: Shape, onShare: OnShare | undefined): Reading | undefined {
  const found: Required<Pick<Reading, 'papers' | 'entries' | 'refused' | 'unkept'>> = {
    papers: [],
    entries: [],
    refused: [],
    unkept: {},
  };
  const unkept = new Map<string, number>();
  const members = jsonMembers(text, onShare)?.members;
  if (!members) return undefined;
  let place = 0;
  for (let step = members.next(); ; step = members.next()) {
    if (step.done) {
      found.unkept = Object.fromEntries(unkept);
      return step.value.truncated ? { ...found, problem: 'truncated' } : found;
    }
    const { name, value, line } = step.value;
    if (isMeta(name)) continue;
    place++;
    const { entry, unkept: fields = [] } = is(value) ? read(value, name) : {};
    for (const field of fields) unkept.set(field, (unkept.get(field) ?? 0) + 1);
    if (entry && isNamed(entry)) found.entries.push({ ...entry, place, line });
    else
      found.refused.push({
        place,
        line,
        ...titled(step.value),
        reason: is(value) ? 'unnamed' : 'notARecord',
      });
  }
}

/** `__dataVersion`; a paper may be called `__proto__` by nobody. */
function isMeta(name: string): boolean {
  return name.startsWith('__');
}

function isNamed({ card }: Omit<FileEntry, 'place'>): boolean {
  return Boolean(card.title || card.abstract) || Object.keys(card.identifiers).length > 0;
}

function titled({ name, value }: JsonMember): { title?: string } {
  const { title, url } = record(value);
  const [stated = ''] = [name, value, title, url].filter((one) => typeof one === 'string' && one !== '');
  const short = cut(oneLine(String(stated)), LONGEST_TITLE);
  return short ? { title: short } : {};
}

function isBibtex(value: unknown): boolean {
  return typeof value === 'string' && /^\s*(?:$|@\s*[a-z]+\s*[{(])/i.test(value.slice(0, 200));
}

function entryOfBibtex(bibtex: string, id: string): Found {
  const reading = readBibtex(bibtex);
  const entry = reading?.entries[0];
  const identifiers = identifiersOfId(id);
  const card = {
    site: 'papermemory',
    ...entry?.card,
    identifiers: { ...identifiers, ...entry?.card.identifiers },
  };
  return { entry: { ...entry, card }, unkept: Object.keys(reading?.unkept ?? {}) };
}
