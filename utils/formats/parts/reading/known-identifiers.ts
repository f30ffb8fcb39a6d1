/** The identifiers that a bibliography tells of a paper, in canonical form. */
import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { gatherIdentifiers, type NamedIdentifier } from '@/utils/paper/identifiers';
import { identifiersOfAddress } from '@/utils/reading/addresses';

/** Where identifiers may stand. Empty texts tell nothing. */
export interface IdentifierTexts {
  doi: readonly string[];
  /** What is an arXiv id, or none. */
  arxiv: readonly string[];
  /** Where preprints are cited as journals: `arXiv preprint arXiv:1703.10593`. */
  venues: readonly string[];
  /** Where an arXiv id counts if it stands alone. */
  remarks: readonly string[];
  pmid: string;
  pmcid: string;
  address: string | undefined;
}

/** Longest text that is looked through for an id. */
const LONGEST = 300;
const ARXIV_ID = String.raw`(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{7})`;
/** `arXiv preprint arXiv:1703.10593`, `Arxiv-1703.10593`, `abs/1703.10593` in DBLP's CoRR. */
const IN_TEXT = new RegExp(String.raw`\b(?:arxiv[\s:.,/–_-]{0,9}|abs\/)${ARXIV_ID}(?!\d)`, 'i');
const ALONE = new RegExp(
  String.raw`^\W*(?:arxiv[\s:.,/–_-]{0,9}|abs\/)+${ARXIV_ID}(?:v\d+)?(?:\s*\[[\w.-]+\])?\W*$`,
  'i',
);

/** What an address says counts only in namespaces where nothing else is said. */
export function knownIdentifiers(texts: IdentifierTexts): Record<string, string | string[]> {
  const { address } = texts;
  const led = address && URL.canParse(address) ? identifiersOfAddress(new URL(address)) : {};
  const named = [
    ...doiIn(texts.doi),
    ...arxivIn(texts),
    ...numbered('pmid', texts.pmid),
    ...numbered('pmcid', texts.pmcid),
  ];
  const stated = new Set(named.map(([namespace]) => namespace));
  const implied = Object.entries(led).filter(([namespace]) => !stated.has(namespace));
  return gatherIdentifiers([...named, ...implied]);
}

/** The first one. It may be written as an address, with its slash escaped. */
function doiIn(texts: readonly string[]): NamedIdentifier[] {
  for (const text of texts) {
    const found = text === '' ? [] : canonicalIdentifiers('doi', decoded(text.slice(0, 2 * LONGEST)));
    if (found.length > 0) return found;
  }
  return [];
}

function decoded(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function arxivIn({ arxiv, venues, remarks }: IdentifierTexts): NamedIdentifier[] {
  const candidates = [
    ...arxiv,
    ...venues.map((text) => IN_TEXT.exec(text.slice(0, LONGEST))?.[1] ?? ''),
    ...remarks.map((text) => ALONE.exec(text.slice(0, LONGEST))?.[1] ?? ''),
  ];
  for (const candidate of candidates) {
    const id = canonicalArxivId(candidate.replace(/^https?:\/\/arxiv\.org\/\w+\//i, ''));
    if (id) return [['arxiv', id]];
  }
  return [];
}

function numbered(namespace: 'pmid' | 'pmcid', value: string): NamedIdentifier[] {
  const [number] = /\d{1,9}/.exec(value) ?? [];
  return number ? [[namespace, namespace === 'pmcid' ? `PMC${number}` : number]] : [];
}
