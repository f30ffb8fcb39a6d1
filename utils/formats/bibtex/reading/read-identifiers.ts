/** The identifiers of an entry, in canonical form. */
import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { gatherIdentifiers, type NamedIdentifier } from '@/utils/paper/identifiers';
import { identifiersOfAddress } from '@/utils/reading/addresses';
import { firstAddress, verbatim } from './verbatim';

/** The value of a field as it stands in the file; '' if there is none. */
type RawOf = (name: string) => string;

const ARXIV_ID = String.raw`(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{7})`;
/** `arXiv preprint arXiv:1703.10593`, `Arxiv-1703.10593`, `abs/1703.10593` in DBLP's CoRR. */
const IN_TEXT = new RegExp(String.raw`\b(?:arxiv[\s:.,/–_-]{0,9}|abs\/)${ARXIV_ID}(?!\d)`, 'i');
const ALONE = new RegExp(
  String.raw`^\W*(?:arxiv[\s:.,/–_-]{0,9}|abs\/)+${ARXIV_ID}(?:v\d+)?(?:\s*\[[\w.-]+\])?\W*$`,
  'i',
);

/** What an entry says in fields made for identifiers, in its address, and where preprints are cited as journals. */
export function readIdentifiers(rawOf: RawOf): Record<string, string | string[]> {
  const address = firstAddress(rawOf('url') || rawOf('howpublished'));
  const led = address && URL.canParse(address) ? identifiersOfAddress(new URL(address)) : {};
  const named = [
    ...canonicalIdentifiers('doi', doiIn(verbatim(rawOf('doi')))),
    ...arxivIn(rawOf),
    ...numbered('pmid', rawOf('pmid') || (archiveOf(rawOf) === 'pubmed' ? rawOf('eprint') : '')),
    ...numbered('pmcid', rawOf('pmcid') || rawOf('pmc')),
  ];
  const stated = new Set(named.map(([namespace]) => namespace));
  const implied = Object.entries(led).filter(([namespace]) => !stated.has(namespace));
  return gatherIdentifiers([...named, ...implied]);
}

/** A DOI may be written as an address, with its slash escaped. */
function doiIn(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function archiveOf(rawOf: RawOf): string {
  return verbatim(rawOf('eprinttype') || rawOf('archiveprefix')).toLowerCase();
}

function arxivIn(rawOf: RawOf): NamedIdentifier[] {
  const [archive, eprint] = [archiveOf(rawOf), verbatim(rawOf('eprint'))];
  const candidates = [
    verbatim(rawOf('arxivid') || rawOf('arxiv')),
    ...(archive === 'arxiv' || archive === '' ? [eprint, withArchive(eprint, rawOf)] : []),
    ...['journal', 'journaltitle', 'volume'].map(
      (name) => IN_TEXT.exec(rawOf(name).slice(0, 300))?.[1] ?? '',
    ),
    ...['note', 'howpublished', 'number', 'publisher'].map(
      (name) => ALONE.exec(rawOf(name).slice(0, 300))?.[1] ?? '',
    ),
  ];
  for (const candidate of candidates) {
    const id = canonicalArxivId(candidate.replace(/^https?:\/\/arxiv\.org\/\w+\//i, ''));
    if (id) return [['arxiv', id]];
  }
  return [];
}

/** Some write the archive of an old id beside it. */
function withArchive(eprint: string, rawOf: RawOf): string {
  const archive = verbatim(rawOf('primaryclass') || rawOf('eprintclass'));
  return /^\d{7}(?:v\d+)?$/.test(eprint) && archive ? `${archive}/${eprint}` : '';
}

function numbered(namespace: 'pmid' | 'pmcid', value: string): NamedIdentifier[] {
  const [number] = /\d{1,9}/.exec(value) ?? [];
  return number ? [[namespace, namespace === 'pmcid' ? `PMC${number}` : number]] : [];
}
