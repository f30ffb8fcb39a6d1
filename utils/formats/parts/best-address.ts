/** The one address by which a paper is cited. */
import { valuesIn } from '@/utils/paper/identifiers';
import { type Addressed, onlinePlaces } from '@/utils/paper/places-online';
import { isPreprintDoi } from '@/utils/paper/preprints';
import type { Paper } from '@/utils/paper/schema';

/** Of arXiv or the ACL Anthology, where everybody can read it; else by DOI, else of the site. */
export function bestAddress(paper: Addressed): string | undefined {
  const places = onlinePlaces(paper).filter(
    ({ place }) => !['pdf', 'code', 'project', 'alphaxiv'].includes(place),
  );
  const best = places.find(({ place }) => place === 'doi') ?? places[0];
  return (places.find(({ place }) => place === 'arxiv' || place === 'acl') ?? best)?.url ?? paper.url;
}

/**
 * The DOI by which a paper is cited: that of the article before that of its preprint. arXiv gives each of its papers one,
 * which counts while the paper is but a preprint: https://info.arxiv.org/help/doi.html
 */
export function bestDoi(
  { identifiers }: Pick<Paper, 'identifiers'>,
  isPreprint: boolean,
): string | undefined {
  const dois = valuesIn(identifiers, 'doi');
  const [arxiv] = valuesIn(identifiers, 'arxiv');
  const own = dois.find((doi) => isPreprintDoi(doi) === isPreprint) ?? dois[0];
  return own ?? (isPreprint && arxiv ? `10.48550/arXiv.${arxiv}` : undefined);
}
