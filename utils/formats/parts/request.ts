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
}

/** What is written in a format unless the person says otherwise. */
export function usualRequest({ id, notes }: Format, ids?: readonly string[]): ExportRequest {
  return { format: id, ids, own: notes ? 'all' : 'no notes', ascii: false };
}
