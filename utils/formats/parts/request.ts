/** What a person wants to be written. */
import type { Format } from './format';

export interface ExportRequest {
  /** A format's id. */
  format: string;
  /** Which papers, in the order in which they are written; without them, all. */
  ids?: readonly string[] | undefined;
  /** What of the person's own is written: everything, all but notes, or nothing that judges (notes, status, stars). */
  own: 'all' | 'no notes' | 'nothing';
  ascii: boolean;
  /** The id of a style of citations, for a format that is `styled`. */
  style?: string;
  /** As HTML, for a format that is `styled`. */
  rich?: true;
}

/** What is written in a format unless the person says otherwise; `style` is the style of citations used last. */
export function usualRequest(
  { id, notes, styled }: Format,
  style: string,
  ids?: readonly string[],
): ExportRequest {
  return { format: id, ids, own: notes ? 'all' : 'no notes', ascii: false, ...(styled && { style }) };
}
