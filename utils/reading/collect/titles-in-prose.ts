/** Finds the title of a paper that a sentence mentions. */
import { oneLine } from '@/utils/text/clean';
import { ownText, previousSibling, textOf } from '../dom';
import { asTitle, isCapitalised, isLeading, isNames, isVenue } from '../phrases';
import { shownText } from '../shown-text';
import { first } from './first';
import type { Item } from './item';
import { titleInReference } from './references';

/**
 * Within sentences, accepts only text that is clearly written as a title, and references that start with their
 * authors.
 */
export function titleInProse({ mentions }: Item, links: readonly Element[]): string | undefined {
  const named = first(links, (link) => {
    const text = oneLine(shownText(link).slice(0, 1000));
    const quoted = /^[《「『“"„«]/.test(text) || /[《「『“"„«]\s*$/.test(ownText(previousSibling(link)));
    const cjk = /\p{Script=Han}|\p{Script=Hiragana}/u.test(text);
    const plain =
      quoted || (!cjk && isCapitalised(text) && !isNames(text) && !isVenue(text) && !isLeading(text));
    return plain ? asTitle(text, quoted ? 2 : 3) : undefined;
  });
  if (named) return named;
  return first(mentions, ({ line, element, href }) => {
    if (!href && line)
      return isNames(line.split(/[(.]\s?(?:19|20)\d\d/, 1)[0] ?? '') ? titleInReference(line) : undefined;
    const before = ownText(previousSibling(element));
    const quoted =
      isLeading(textOf(element).slice(0, 200)) &&
      /[“„«「『《"]([^“”„»「」『』《》"]{8,300})[”“»」』》"][\s([（]*$/.exec(before.slice(-400));
    return quoted ? asTitle((quoted[1] ?? '').replace(/[,.]$/, '')) : undefined;
  });
}
