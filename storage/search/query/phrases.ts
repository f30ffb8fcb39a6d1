/** Phrases are looked up in the text of the papers that have their words: no positions are stored. */
import type { Paper } from '@/utils/paper/schema';
import { queryTerms } from '@/utils/text/tokens';
import { textsOf } from '../segment/document';
import { FIELDS } from '../segment/segment';
import type { Phrase } from './plan';

/** Whether the phrase's terms stand next to each other in one text of one of its fields. */
export function hasPhrase(paper: Paper, { terms, mask }: Phrase): boolean {
  return FIELDS.some(
    (field, number) =>
      (mask & (1 << number)) !== 0 && textsOf(paper, field).some((text) => contains(queryTerms(text), terms)),
  );
}

function contains(terms: readonly string[], wanted: readonly string[]): boolean {
  for (let from = 0; from + wanted.length <= terms.length; from++)
    if (wanted.every((term, index) => terms[from + index] === term)) return true;
  return false;
}
