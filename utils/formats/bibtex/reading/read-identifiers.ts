/** The identifiers of an entry, in canonical form. */
import { knownIdentifiers } from '@/utils/formats/parts/reading/known-identifiers';
import { firstAddress, verbatim } from './verbatim';

/** The value of a field as it stands in the file; '' if there is none. */
type RawOf = (name: string) => string;

/** What an entry says in fields made for identifiers, in its address, and where preprints are cited as journals. */
export function readIdentifiers(rawOf: RawOf): Record<string, string | string[]> {
  const [archive, eprint] = [archiveOf(rawOf), verbatim(rawOf('eprint'))];
  const isArxiv = archive === 'arxiv' || archive === '';
  return knownIdentifiers({
    doi: [verbatim(rawOf('doi'))],
    arxiv: [
      verbatim(rawOf('arxivid') || rawOf('arxiv')),
      ...(isArxiv ? [eprint, withArchive(eprint, rawOf)] : []),
    ],
    venues: ['journal', 'journaltitle', 'volume'].map(rawOf),
    remarks: ['note', 'howpublished', 'number', 'publisher'].map(rawOf),
    pmid: rawOf('pmid') || (archive === 'pubmed' ? rawOf('eprint') : ''),
    pmcid: rawOf('pmcid') || rawOf('pmc'),
    address: firstAddress(rawOf('url') || rawOf('howpublished')),
  });
}

function archiveOf(rawOf: RawOf): string {
  return verbatim(rawOf('eprinttype') || rawOf('archiveprefix')).toLowerCase();
}

/** Some write the archive of an old id beside it. */
function withArchive(eprint: string, rawOf: RawOf): string {
  const archive = verbatim(rawOf('primaryclass') || rawOf('eprintclass'));
  return /^\d{7}(?:v\d+)?$/.test(eprint) && archive ? `${archive}/${eprint}` : '';
}
