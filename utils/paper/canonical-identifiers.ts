/** Identifiers in one spelling. Content scripts load this, and nothing else of identity. */
import { oneLine } from '@/utils/text/clean';
import type { NamedIdentifier } from './identifiers';

/** Longest identifier kept, in UTF-16 units. */
const MAX_VALUE = 300;

/** Brings one raw identifier into canonical form; `[]` if it is not one, several where one implies another. */
export function canonicalIdentifiers(namespace: string, raw: string): NamedIdentifier[] {
  const value = oneLine(raw);
  if (namespace === 'arxiv') {
    const id = canonicalArxivId(value);
    return id ? [['arxiv', id]] : [];
  }
  if (namespace === 'doi') return doiIdentifiers(value);
  if (!/^(?!(title|abstract|text|card|constructor)$)[a-z]{2,20}$/.test(namespace)) return []; // keys of their own
  const kept = namespace === 'acl' ? value.toLowerCase() : value;
  return kept && kept.length <= MAX_VALUE ? [[namespace, kept]] : [];
}

/**
 * `2401.12345v2` → `2401.12345`; old style loses its subject class: `math.GT/0309136` → `math/0309136`.
 * https://info.arxiv.org/help/arxiv_identifier.html
 */
export function canonicalArxivId(text: string): string | undefined {
  const found =
    /^(?:arxiv:)?(?<modern>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?$/i.exec(text) ??
    /^(?:arxiv:)?(?<archive>[a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/(?<number>\d{7})(?:v\d+)?$/i.exec(text);
  if (!found?.groups) return undefined;
  return found.groups.modern ?? `${found.groups.archive}/${found.groups.number}`.toLowerCase();
}

/**
 * DOIs are case-insensitive (https://www.doi.org/doi-handbook/); three prefixes imply more than the DOI. The pattern is bounded,
 * because a text without spaces may be of any length.
 */
function doiIdentifiers(text: string): NamedIdentifier[] {
  const found = withSici(/10\.\d{4,9}\/\S{1,350}/.exec(text)?.[0].toLowerCase() ?? '');
  const doi = trimEnd(
    /^10\.(1101|64898)\//.test(found) // bioRxiv and medRxiv, the second since December 2025
      ? found.replace(/(v\d+(\.(full|full-text|pdf|abstract))*|[.,;])+$/, '')
      : found,
  );
  if (!/\/./.test(doi) || doi.length > MAX_VALUE) return [];
  const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1];
  if (arxiv) return canonicalIdentifiers('arxiv', arxiv);
  const acl = /^10\.18653\/v1\/(.+)$/.exec(doi)?.[1];
  if (acl)
    return [
      ['doi', doi],
      ['acl', acl],
    ];
  return [['doi', doi]];
}

/** Crossref's BibTeX and some pages write the brackets of an SICI, `110<446:DLOSR>2.0.CO;2`, in other ways. */
function withSici(doi: string): string {
  return doi.replace(/(?:&lt;|%3c)([^\s<>&%]{0,80})(?:&gt;|%3e)(?=\d\.\d\.[a-z]{2};\d)/, '<$1>');
}

/** Strips the punctuation of the sentence around a DOI. A closing bracket stays if it was opened inside. */
function trimEnd(text: string): string {
  let doi = text;
  for (let before = ''; before !== doi; ) {
    before = doi;
    const last = doi.at(-1) ?? '';
    const open = { ')': '(', ']': '[', '}': '{', '>': '<' }[last];
    const strip = open ? doi.split(last).length > doi.split(open).length : /[.,;"']/.test(last);
    if (strip) doi = doi.slice(0, -1);
  }
  return doi;
}
