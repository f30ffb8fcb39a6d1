/**
 * Identifies the paper that an address leads to. Abstract, HTML, PDF and API addresses all give the same
 * identifiers.
 */

import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { ADDRESS_ROWS, type AddressRow, DOI_IN_PATH } from './addresses-table';

/** Longest address read, in UTF-16 units; the same limit as in `HttpUrl`. */
const MAX_ADDRESS = 2048;

/** Parameters that only track where a visitor came from. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hs\w+|mkt_tok|yclid|ref_src|trk)$/i;

/** Redirecting hosts that carry the real address in a parameter. */
const REDIRECTING =
  /^(?:(?:www|scholar)\.google\.[a-z.]{2,6}|l\.facebook\.com|lm\.facebook\.com|\w+\.safelinks\.protection\.outlook\.com|out\.reddit\.com|slack-redir\.net)$/;

/** What names the proxies of libraries: https://help.oclc.org/Library_Management/EZproxy */
const PROXY = /proxy|(?:^|\.)ezp\b|\.oclc\.org$|remotexs/;

const ROWS_BY_HOST = new Map<string, AddressRow[]>();
for (const row of ADDRESS_ROWS)
  for (const host of row[0].split(' ')) ROWS_BY_HOST.set(host, [...(ROWS_BY_HOST.get(host) ?? []), row]);

/**
 * The identifiers contained in an http(s) address: namespace to value, in canonical form; empty if there are none.
 * The scheme, `www.`, fragments, tracking parameters and percent-encoding make no difference.
 */
export function identifiersOfAddress(address: URL): Record<string, string> {
  if (!/^https?:$/.test(address.protocol) || address.href.length > MAX_ADDRESS) return {};
  const url = unproxied(redirectedBy(address) ?? address);
  const place = placeOf(url);
  for (const [, pattern, namespace, value] of rowsOf(url.hostname)) {
    const found = pattern.exec(place);
    const raw = found && value.replace(/\$(\d)/g, (_, group) => found[Number(group)] ?? '');
    const identifiers = raw ? canonicalIdentifiers(namespace, cased(namespace, raw)) : [];
    if (identifiers.length > 0) return Object.fromEntries(identifiers);
  }
  const doi = DOI_IN_PATH.exec(place)?.[1];
  return doi ? Object.fromEntries(canonicalIdentifiers('doi', doi)) : {};
}

/** The address of a page as it is stored: without fragment, tracking parameters and credentials. */
export function tidyAddress(address: URL): string {
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

/** An identifier and its mention in the text, from `start` up to but not including `end` (UTF-16 units). */
export interface FoundIdentifier {
  namespace: string;
  value: string;
  start: number;
  end: number;
}

/** Archives in old-style arXiv ids: those of https://arxiv.org/archive/ and those merged into them. */
const ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|stat|supr-con';

/** Characters that end an address or DOI in running text. An unmatched bracket ends it too. */
const STOP = String.raw`\s<>()[\]"“”„«»‘’\`{}|\\^，。；：、！？（）【】「」《》`;
const REST = String.raw`(?:(?!https?:\/\/)[^${STOP}]|\([^${STOP}]*\)|\[[^${STOP}]*\])+`;

/** What leads from a DOI to a part of its page, and is no part of the DOI. */
const PART_OF_PAGE = /\/(?:abstract|citations?|e?pdf|epub|full(?:-?text)?|html|meta|references|summary)$/i;

/** The end of a DOI made of an SICI, `110<446:DLOSR>2.0.CO;2-#` (ANSI/NISO Z39.56), has what ends others; text breaks there, too. */
const SICI = String.raw`(?:\s?<[^\s<>]{1,80}>\s?\d\.\d\.[A-Z]{2};\d(?:-[\dA-Z#])?)?`;

const MENTION = new RegExp(
  [
    String.raw`(?<![\w./-])(?<old>(?:${ARCHIVES})(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?![\w%])`, // looks like an address
    String.raw`(?<address>(?<![\w.@-])(?:https?:\/\/|(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,10}\/)${REST}${SICI})`,
    String.raw`(?<![\w.])10\.\d{4,9}\/(?<doi>${REST}${SICI})`,
    String.raw`\barxiv\s?[:\s]\s?(?<stated>\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?![\d%])`,
    String.raw`(?<![\w.+=~#/−–-]|[$€£¥≈±]\s?|\+\d{1,3}\s)(?<modern>\d{4}\.\d{4,5})(?<version>v\d{1,2})?(?![\w%°€£$]|[./:–-]\d|,\d{1,3}(?!\d)|\s?[%°€£$])`,
    String.raw`\bPMID:?\s{0,2}(?<pmid>\d{4,9})\b`,
    String.raw`\b(?<pmcid>PMC\d{5,9})\b`,
  ].join('|'),
  'gi',
);

/**
 * The identifiers mentioned in plain text, in order: addresses (also without `https://`), DOIs, arXiv and PubMed
 * numbers. One mention may give several, with the same span. Lookalikes (dates, versions, prices) are left out.
 */
export function identifiersInText(text: string): FoundIdentifier[] {
  return [...text.matchAll(MENTION)].flatMap((found) => {
    const start = found.index;
    const mention = found[0].replace(/[.,;:!?'*_…]{1,20}$/, ''); // punctuation of the sentence around it
    return namedBy(
      withHyphens(mention.replace(/\s/g, '')),
      found.groups ?? {},
      text.slice(Math.max(0, start - 40), start),
    ).map(([namespace, value]) => ({ namespace, value, start, end: start + mention.length }));
  });
}

/** Typesetting makes dashes of the hyphens of a DOI. */
function withHyphens(mention: string): string {
  return /(?:^|\/)10\.\d{4,9}\//.test(mention) ? mention.replace(/[‐‑‒–—−]/g, '-') : mention;
}

function namedBy(
  mention: string,
  { address, doi, stated, old, modern, version, pmid, pmcid }: Record<string, string | undefined>,
  before: string,
): [namespace: string, value: string][] {
  if (address) {
    const whole = mention.replace(/(;\d-)#$/, '$1%23'); // the check letter of an SICI
    const href = /^https?:/i.test(whole) ? whole : `https://${whole}`;
    return URL.canParse(href) ? Object.entries(identifiersOfAddress(new URL(href))) : [];
  }
  // `10.2024/11`, `10.5000/3`: a date or a fraction, unless it is labelled as a DOI.
  if (doi)
    return /^10\.\d+\/[\d./-]{1,5}$/.test(mention) && !/doi[:\s]*$/i.test(before)
      ? []
      : canonicalIdentifiers('doi', mention.replace(PART_OF_PAGE, ''));
  if (modern) return isArxivNumber(modern, version, before) ? canonicalIdentifiers('arxiv', modern) : [];
  if (pmid || pmcid) return canonicalIdentifiers(pmid ? 'pmid' : 'pmcid', pmid ?? mention.toUpperCase());
  return canonicalIdentifiers('arxiv', stated ?? old ?? '');
}

/**
 * arXiv numbers have five digits after the point since January 2015, four before. With four digits they look like
 * any other number, so a version or the word "arXiv" is required.
 */
function isArxivNumber(number: string, version: string | undefined, before: string): boolean {
  const [month = '', rest = ''] = number.split('.');
  if (rest.length === 5) return month >= '1501' && month < '5000';
  return month >= '0704' && month <= '1412' && (version !== undefined || /arxiv/i.test(before));
}

/** The rows for the host and its parent domains, most specific first. */
function rowsOf(hostname: string): AddressRow[] {
  const labels = hostname.replace(/\.$/, '').split('.').slice(-6);
  return labels.flatMap((_, index) => ROWS_BY_HOST.get(labels.slice(index).join('.')) ?? []);
}

/** Decoded path and query, which the patterns of the table are matched against. */
function placeOf({ pathname, search }: URL): string {
  return decoded(pathname).replace(/\/{2,}/g, '/') + decoded(search);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray `%`
  }
}

/** Upper-cases identifiers that sites write in either case. */
function cased(namespace: string, value: string): string {
  return /^(?:pii|pmcid)$/.test(namespace) ? value.toUpperCase() : value;
}

/** The address behind a redirect or an archived copy; follows one step only. */
function redirectedBy(url: URL): URL | undefined {
  const archived =
    url.hostname === 'web.archive.org' && /^\/web\/\w+\/(https?:\/.*)$/s.exec(url.pathname + url.search)?.[1];
  const inside =
    archived ||
    ((REDIRECTING.test(url.hostname) || PROXY.test(url.hostname)) &&
      (url.searchParams.get('url') ?? url.searchParams.get('qurl') ?? url.searchParams.get('q')));
  return inside && /^https?:/.test(inside) && URL.canParse(inside) ? new URL(inside) : undefined;
}

/** The address that a library's proxy stands for: `doi-org.ezproxy.a.example`, `doi.org.ezproxy.a.example` → `doi.org`. */
function unproxied(url: URL): URL {
  if (!PROXY.test(url.hostname) || ROWS_BY_HOST.has(url.hostname)) return url;
  const labels = url.hostname.split('.').slice(0, 10);
  const hyphened = (labels[0] ?? '').replace(/--|-/g, (hyphen) => (hyphen === '--' ? '-' : '.'));
  const dotted = labels.map((_, index) => labels.slice(0, index + 1).join('.'));
  const host = [hyphened, ...dotted].find((one) => one.includes('.') && rowsOf(one).length > 0);
  if (!host) return url;
  const real = new URL(url);
  real.hostname = host;
  return real;
}
