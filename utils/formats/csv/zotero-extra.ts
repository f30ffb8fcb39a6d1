/** Zotero's field “Extra”: lines of names and values, where plug-ins and people keep what has no field. */
import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import type { NamedIdentifier } from '@/utils/paper/identifiers';
import { oneLine } from '@/utils/text/clean';

export interface Extra {
  key?: string;
  identifiers: NamedIdentifier[];
  /** Lines that are only text. */
  note: string;
  /** Whether something there is not kept. */
  hasMore: boolean;
}

const LINE = /^\s*([\p{L}][\p{L} _-]{0,40}?)\s*:\s*(\S.*)$/u;

/** What it tells of a paper. */
export function readExtra(text: string): Extra {
  const extra: Extra = { identifiers: [], note: '', hasMore: false };
  const lines: string[] = [];
  for (const line of text.slice(0, 100_000).split(/\r\n?|\n/)) {
    const [, name = '', value = ''] = LINE.exec(line) ?? [];
    const label = name.toLowerCase().replace(/[^a-z]/g, '');
    const named = identifiersOf(label, value);
    if (label === 'citationkey') extra.key = oneLine(value);
    else if (named.length > 0) extra.identifiers.push(...named);
    else if (name && !/^\s*\/\//.test(value)) extra.hasMore = true;
    else if (line.trim()) lines.push(line.trim());
  }
  extra.note = lines.join('\n');
  return extra;
}

function identifiersOf(label: string, value: string): NamedIdentifier[] {
  if (label === 'arxiv') {
    const id = canonicalArxivId(oneLine(value).replace(/\s*\[.*$/, ''));
    return id ? [['arxiv', id]] : [];
  }
  if (label === 'doi') return canonicalIdentifiers('doi', value);
  const [number] = /\d{1,9}/.exec(value) ?? [];
  if (label === 'pmid' && number) return [['pmid', number]];
  return label === 'pmcid' && number ? [['pmcid', `PMC${number}`]] : [];
}
