/** Why a record of a file was not read. */
/** A record that cannot be kept. */
export interface Refusal {
  /** Its place in the file, counted from 1. */
  place: number;
  /** The file that it stands in, if several were read. */
  file?: string;
  /** The line on which it begins, counted from 1, where the format has lines. */
  line?: number;
  /** Its title or id, if known. */
  title?: string;
  reason: 'notARecord' | 'badField' | 'unnamed' | 'cutOff' | 'tooLong';
  /** For `badField`: which one. */
  field?: string;
}
