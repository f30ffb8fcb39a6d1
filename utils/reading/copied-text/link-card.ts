/** A link that a person points at, as a card. It is trusted as copied text is, and its page is not looked at. Pure. */
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { identifiersOfAddress, tidyAddress } from '../addresses';
import { asTitle } from '../phrases';

/** `text` is what the link, or the selection that it stands in, says. Undefined if neither names a paper. */
export function cardOfLink(address: string, text = ''): PaperCard | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const identifiers = identifiersOfAddress(url);
  const title = asTitle(text);
  if (title === undefined && Object.keys(identifiers).length === 0) return undefined;
  return present<PaperCard>({ site: 'text', identifiers, title, url: tidyAddress(url) });
}
