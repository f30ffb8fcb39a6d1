/** Works that do not exist, in the shapes that manuals of style show. */
import type { CslItem, CslName } from '@/utils/formats/parts/csl-item';

const day = (...parts: number[]): NonNullable<CslItem['issued']> => ({ 'date-parts': [parts] });
const ANNA: CslName = { family: 'Berg', given: 'Anna Maria' };
export const LUDWIG: CslName = { family: 'Hoven', given: 'Ludwig', 'non-dropping-particle': 'van' };
const JEAN: CslName = { family: 'King', given: 'Jean-Luc', suffix: 'Jr.' };
const INSTITUTE: CslName = { literal: 'Institute of Rivers' };

/** So many people: Berg0, Berg1 … */
export function people(count: number): CslName[] {
  return Array.from({ length: count }, (_, at) => ({ family: `Berg${at}`, given: 'Anna' }));
}

export const ARTICLE: CslItem = {
  id: 'article',
  type: 'article-journal',
  title: 'How rivers find the sea: a study of deltas',
  author: [ANNA, LUDWIG],
  issued: day(2019, 9, 3),
  'container-title': 'Journal of slow water',
  volume: '12',
  issue: '3',
  page: '321-328',
  DOI: '10.1000/182',
  URL: 'https://doi.org/10.1000/182',
};

export const TALK: CslItem = {
  id: 'talk',
  type: 'paper-conference',
  title: 'Are deltas stable?',
  author: [ANNA, LUDWIG, JEAN],
  issued: day(2020, 5),
  'container-title': 'Proceedings of the conference on deltas',
  page: '1-9',
  publisher: 'Water Press',
  URL: 'https://example.org/talk',
};

export const PREPRINT: CslItem = {
  id: 'preprint',
  type: 'article',
  genre: 'preprint',
  title: 'Deltas are all you need',
  author: [ANNA],
  issued: day(2017, 6, 12),
  publisher: 'arXiv',
  number: 'arXiv:1706.99999',
  URL: 'https://arxiv.org/abs/1706.99999',
};

export const BOOK: CslItem = {
  id: 'book',
  type: 'book',
  title: 'The book of deltas',
  editor: [ANNA, LUDWIG],
  issued: day(1999),
  publisher: 'Water Press',
};

export const CHAPTER: CslItem = {
  id: 'chapter',
  type: 'chapter',
  title: 'On silt',
  author: [JEAN],
  editor: [ANNA],
  issued: day(1999),
  'container-title': 'The book of deltas',
  volume: '2',
  page: '40-52',
  publisher: 'Water Press',
};

export const THESIS: CslItem = {
  id: 'thesis',
  type: 'thesis',
  title: 'Silt',
  author: [ANNA],
  issued: day(2001),
  publisher: 'University of Delft',
  URL: 'https://example.org/silt',
};

export const DATASET: CslItem = {
  id: 'dataset',
  type: 'dataset',
  title: 'Silt by day',
  author: [INSTITUTE],
  publisher: 'Zenodo',
};
