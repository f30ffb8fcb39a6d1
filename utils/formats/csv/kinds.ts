/** What programs and databases call the kinds of works. */
import { PUBLICATION_TYPES } from '@/utils/paper/fields';
import type { PaperCard } from '@/utils/paper/schema';

type Kind = NonNullable<PaperCard['type']>;

/** Zotero's, Scopus', IEEE's, Web of Science's, Lens'. Letters only, in lower case. */
const NAMES: Partial<Record<Kind, string>> = {
  article: `journalarticle article articleinpress review reviewarticle letter editorial note shortsurvey magazinearticle
    newspaperarticle ieeejournals ieeemagazines ieeeearlyaccessarticles earlyaccess researcharticle articlejournal shortpaper`,
  conference: `conferencepaper proceedingspaper inproceedings conferencearticle conferenceproceedingsarticle conference
    ieeeconferences paperconference conferenceproceeding conferenceproceedings proceedingsarticle conferencereview`,
  preprint: 'preprint postedcontent eprint workingpaper',
  thesis: 'thesis dissertation phdthesis mastersthesis doctoralthesis',
  book: 'book monograph editedbook proceedings',
  chapter: 'booksection bookchapter chapter inbook incollection bookpart',
  report: 'report techreport technicalreport',
  dataset: 'dataset data datapaper',
  software: 'computerprogram software code',
};

const BY_NAME = new Map<string, Kind>([
  ...PUBLICATION_TYPES.map((kind): [string, Kind] => [kind, kind]),
  ...Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split(/\s+/).map((name): [string, Kind] => [name, kind as Kind]),
  ),
]);

/** Of several kinds, such as `Article; Proceedings Paper`, the first that says where it appeared. */
export function kindIn(cell: string): Kind | undefined {
  const kinds = cell
    .slice(0, 200)
    .split(/[;,|]/)
    .flatMap((name) => BY_NAME.get(name.toLowerCase().replace(/[^a-z]/g, '')) ?? []);
  return kinds.find((kind) => kind === 'conference') ?? kinds[0];
}
