/** A document as it is indexed, and what it consists of. */
import { tokenise } from '@/utils/text/tokens';

export interface IndexField {
  name: string;
  /** How much a term in this field counts in the ranking. */
  boost: number;
}

/** What documents consist of. A field's number is its index in `fields`; columns are numbered after the fields. */
export interface IndexShape {
  /** At most 14: the dictionary has one bit for each, in a second byte from the seventh on. */
  fields: readonly IndexField[];
  /** Columns of whole numbers. */
  numberColumns: readonly string[];
  /** Columns of texts, of which there are few different ones. */
  textColumns: readonly string[];
}

export interface IndexDocument {
  id: string;
  /** For each field, how often each term occurs in it. */
  terms: Map<string, number>[];
  /** A value for each of the number columns, and for each of the text columns. */
  numbers: number[];
  texts: string[];
}

/** How often each term occurs in a text. */
export function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of tokenise(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
