/** Where a paper is found online. */
import type { CslItem } from '@/utils/formats/parts/csl-item';

/** The address of its DOI, or else its own. */
export function addressOf({ DOI, URL }: CslItem): string | undefined {
  return DOI ? `https://doi.org/${DOI}` : URL;
}
