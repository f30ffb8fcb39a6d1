import { stemOf } from '@/utils/text/stem';
import { queryTerms } from '@/utils/text/tokens';

/** The stems of a text's words, in their order. */
export function stemsOf(text: string): string[] {
  return queryTerms(text).map(stemOf);
}
