/** The sites that Offprint reads. Their patterns do not overlap, so the order does not matter. */
import { aclAnthology } from './acl-anthology';
import { arxiv } from './arxiv';
import { huggingface } from './huggingface';
import type { Site } from './site';

export const SITES: readonly Site[] = [huggingface, arxiv, aclAnthology];

/** The site that reads the page at `url`, if any. */
export function siteOf(url: URL): Site | undefined {
  return SITES.find((site) => site.matches.some((pattern) => matchesPattern(pattern, url)));
}

/** Whether `url` matches a manifest match pattern of the form that sites use: `https://host/path*`. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const [scheme, rest = ''] = pattern.split('://');
  const slash = rest.indexOf('/');
  const path = rest.slice(slash);
  const here = url.pathname + url.search;
  const samePath = path.endsWith('*') ? here.startsWith(path.slice(0, -1)) : here === path;
  return url.protocol === `${scheme}:` && url.host === rest.slice(0, slash) && samePath;
}
