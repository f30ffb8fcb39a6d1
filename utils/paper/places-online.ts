/** Where a paper can be read online, derived from its identifiers and addresses. Nothing is fetched. */
import { namedIdentifiers } from './identifiers';
import type { Paper } from './schema';

/** A named place with its address (http or https). */
export interface OnlinePlace {
  place: 'pdf' | 'arxiv' | 'huggingface' | 'alphaxiv' | 'acl' | 'doi' | 'code' | 'project' | 'source';
  url: string;
}

/** What addresses are made of. */
export type Addressed = Pick<Paper, 'identifiers' | 'url' | 'code' | 'project'>;

/**
 * The addresses of a paper, the PDF first. `source` is its own address, if it is none of the others.
 * Forms: https://info.arxiv.org/help/arxiv_identifier_for_services.html, https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation
 */
export function onlinePlaces({ identifiers, url, code, project }: Addressed): OnlinePlace[] {
  const ids = new Map<string, string>();
  for (const [name, value] of namedIdentifiers(identifiers)) if (!ids.has(name)) ids.set(name, value);
  const [arxiv, acl, doi] = [ids.get('arxiv'), ids.get('acl'), ids.get('doi')];
  const places: OnlinePlace[] = [];
  const add = (place: OnlinePlace['place'], address: string | undefined) => {
    if (address) places.push({ place, url: address });
  };
  add(
    'pdf',
    arxiv ? `https://arxiv.org/pdf/${arxiv}` : acl ? `https://aclanthology.org/${acl}.pdf` : pdfOf(url),
  );
  add('arxiv', arxiv && `https://arxiv.org/abs/${arxiv}`);
  add('huggingface', arxiv && isNewStyle(arxiv) ? `https://huggingface.co/papers/${arxiv}` : undefined);
  add('alphaxiv', arxiv && isNewStyle(arxiv) ? `https://www.alphaxiv.org/abs/${arxiv}` : undefined);
  add('acl', acl && `https://aclanthology.org/${acl}/`);
  add('doi', doi && `https://doi.org/${encodeURI(doi.toWellFormed()).replace(/[?#]/g, encodeURIComponent)}`);
  add('code', code);
  add('project', project);
  const known = new Set(places.map((one) => bare(one.url)));
  if (url && !known.has(bare(url))) add('source', url);
  return places;
}

/** The page about a paper on the web. */
export function pageOnline(paper: Addressed): string | undefined {
  return paper.url ?? onlinePlaces(paper).find(({ place }) => place !== 'pdf')?.url;
}

function pdfOf(url: string | undefined): string | undefined {
  return url && /\.pdf$/i.test(URL.canParse(url) ? new URL(url).pathname : '') ? url : undefined;
}

/** Hugging Face and alphaXiv have no papers with identifiers of before April 2007. */
function isNewStyle(arxiv: string): boolean {
  return /^\d{4}\.\d{4,5}$/.test(arxiv);
}

function bare(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
