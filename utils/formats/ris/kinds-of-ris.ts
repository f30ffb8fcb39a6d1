/** The types of references of RIS, and what papers they are. */
import type { PublicationType } from '@/utils/formats/parts/publication-type';

/** How each kind of paper is written. RIS has no preprints. */
export const RIS_TYPES: Record<PublicationType, string> = {
  preprint: 'GEN',
  article: 'JOUR',
  conference: 'CONF',
  thesis: 'THES',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  dataset: 'DATA',
  software: 'COMP',
  other: 'GEN',
};

const KINDS: Record<string, PublicationType> = {
  JOUR: 'article',
  EJOUR: 'article',
  ABST: 'article',
  INPR: 'article',
  MGZN: 'article',
  NEWS: 'article',
  CONF: 'conference',
  CPAPER: 'conference',
  THES: 'thesis',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CLSWK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  ENCYC: 'chapter',
  DICT: 'chapter',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'report',
  DATA: 'dataset',
  AGGR: 'dataset',
  DBASE: 'dataset',
  COMP: 'software',
  PREPRINT: 'preprint',
};
const BY_NAME = new Map(Object.entries(KINDS));

/** What a paper is, if its type tells. */
export function kindOfRis(type: string): PublicationType | undefined {
  return BY_NAME.get(type.toUpperCase());
}
