/** Kinds of publications by the names that EndNote gives them, in both of its formats. */
import type { PublicationType } from './publication-type';

const KINDS: readonly [pattern: RegExp, kind: PublicationType][] = [
  [/journal article|electronic article|magazine|newspaper/i, 'article'],
  [/conference/i, 'conference'],
  [/thesis|dissertation/i, 'thesis'],
  [/section|chapter|encyclopedia|dictionary/i, 'chapter'],
  [/book/i, 'book'],
  [/report|government|standard/i, 'report'],
  [/dataset|aggregated database/i, 'dataset'],
  [/computer program|software/i, 'software'],
  [/preprint/i, 'preprint'],
];

/** Undefined for what tells nothing. */
export function kindOfEndnote(name: string): PublicationType | undefined {
  return KINDS.find(([pattern]) => pattern.test(name.slice(0, 100)))?.[1];
}
