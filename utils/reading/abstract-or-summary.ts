/** The abstract among what Hugging Face shows of a paper, which may have an AI-generated summary too. */
import { clip, localName, parentElement, queryAll, textOf } from './dom';

const NAMED = /^\s*AI.generated/i;

/** The paragraphs between the heading "Abstract" and the next heading, without an AI summary before them. */
export function abstractOn(card: Element): string | undefined {
  const blocks = queryAll(card, 'h2, h3, h4, p');
  const after = blocks.slice(blocks.findIndex((one) => textOf(one).trim() === 'Abstract') + 1);
  const end = after.findIndex((one) => localName(one) !== 'p');
  const found = after.length < blocks.length ? after.slice(0, end < 0 ? undefined : end) : [];
  const old = queryAll(card, 'div.pb-8.pr-4 p'); // the layout of 2023, sometimes without a heading
  const paragraphs = (found.length > 0 ? found : old)
    // A summary is the only paragraph in its box, which also holds its label, possibly before the paragraph.
    .filter((one) => {
      const box = parentElement(one);
      return !box || queryAll(box, 'p').length !== 1 || !NAMED.test(textOf(box));
    })
    .map((one) => textOf(one).trim());
  const start = paragraphs.findIndex(isAbstract);
  return start < 0 ? undefined : clip(paragraphs.slice(start).join('\n\n'));
}

/** Whether a paragraph is an abstract and not the AI-generated summary of one sentence (`ai_summary`). */
export function isAbstract(words: string): boolean {
  const sentences = /(?<!\b(?:e\.g|i\.e|al|vs))[.?!]["”)]?\s+["“(]?\p{Lu}/u.test(words);
  return sentences && words.split(/\s+/).length >= 40 && !NAMED.test(words);
}
