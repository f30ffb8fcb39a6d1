/**
 * Lists of titles without abstracts, as copied from Hugging Face's daily pages: `Submitted by`, a name, the number
 * of votes, the title, and below it the number of authors or an organisation.
 */
import type { FoundPaper } from './found-paper';
import type { Item } from './items';
import { isTitle } from './lines';

/** The papers in such a list. A title counts only between the lines expected around it. */
export function readDaily(items: readonly Item[]): FoundPaper[] {
  return items.flatMap((item, index) => {
    const [before, votes, after] = [items[index - 2], items[index - 1], items[index + 1]];
    if (item.kind !== 'text' || votes?.kind !== 'number' || !isTitle(item.text)) return [];
    const submitter = before?.kind === 'submitter' ? before.name : undefined;
    // If nothing follows, the title itself may be cut off.
    if (!after || (submitter === undefined && after.kind !== 'count')) return [];
    const numbers = numbersAfter(items, index + 1);
    return [
      {
        title: item.text,
        identifiers: item.identifiers,
        upvotes: votes.value,
        submitter,
        authorCount: after.kind === 'count' ? after.value : undefined,
        // A single number may also be the stars of a repository.
        comments: numbers.length === 2 ? numbers[1] : undefined,
      },
    ];
  });
}

/** The numbers below a title, up to the start of the next paper; empty if none follows soon. */
function numbersAfter(items: readonly Item[], from: number): number[] {
  const numbers: number[] = [];
  for (const [offset, item] of items.slice(from, from + 6).entries()) {
    if (item.kind === 'submitter' || (item.kind === 'text' && offset > 1)) return numbers;
    if (item.kind === 'number') numbers.push(item.value);
  }
  return [];
}
