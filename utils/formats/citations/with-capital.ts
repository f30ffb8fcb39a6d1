/** A citation that begins with a label, because nothing is known that would stand before it. */
import type { CslItem } from '@/utils/formats/parts/csl-item';
import type { Run } from './piece';
import { capitalised } from './title-case';

/** Runs whose first is a label get a capital: `Vol. 12.` */
export function withCapital({ author, editor, title }: CslItem, runs: Run[]): Run[] {
  const [first, ...others] = runs;
  if (!first || author || editor || title || !/^(?:in|vol\.|no\.|pp?\.) /.test(first.text)) return runs;
  return [{ ...first, text: capitalised(first.text) }, ...others];
}
