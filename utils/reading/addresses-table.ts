/**
 * Maps addresses to identifiers: one row per shape of address. A row applies to its hosts (separated by spaces)
 * and all their subdomains (`www.`, `export.`, mirrors). Its pattern is matched against the decoded path and query
 * (`/pdf?id=…`); `$1`… in its value are the capture groups.
 */
export type AddressRow = readonly [hosts: string, pattern: RegExp, namespace: string, value: string];

/** `2401.12345v2`, `math.GT/0309136`; https://info.arxiv.org/help/arxiv_identifier.html */
const ARXIV = String.raw`(?:arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?!\d)`;
/** `2020.acl-main.405`, `P19-1001`; https://aclanthology.org/info/ids/ */
const ACL = String.raw`(\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d+|[a-z]\d{2}-\d{4})(?!\d)`;
/** Suffixes that publishers append to a DOI in a path; they are not part of the DOI. */
const BEHIND = String.raw`(?:\.(?:pdf|html?|epub|xml)|\/(?:abstract|ampdf|citations?|e?pdf|epub|full(?:-?text)?(?:\.html|\.pdf)?|html|meta|metrics|pdfft|pdfdirect|references|summary|unauth|xml)|\/(?:fig(?:ure)?|table)s(?:\/\d{1,4})?|\/suppl_file\/[^?/]+)*\/?(?:\?.*)?$`;
const DOI = String.raw`(10\.\d{4,9}\/[^?]+?)${BEHIND}`;
/** A Publisher Item Identifier in its printed form, `S0092-8674(20)30820-6`. */
const PRINTED_PII = String.raw`(S\d{4})-(\d{3}[\dX])\((\d{2})\)(\d{5})-([\dX])`;

function path(start: string, rest = ''): RegExp {
  return new RegExp(`^${start}${rest}`, 'is');
}

export const ADDRESS_ROWS: readonly AddressRow[] = [
  ['arxiv.org', path('/(?:abs|pdf|html|ps|e-print|src|format)/', ARXIV), 'arxiv', '$1'],
  ['arxiv.org', path(String.raw`/api/query\?(?:.*&)?id_list=`, `${ARXIV}(?!.*,)`), 'arxiv', '$1'],
  ['ar5iv.org', path('/(?:abs|pdf|html)/', ARXIV), 'arxiv', '$1'],
  ['alphaxiv.org', path('/(?:[a-z]{2}/)?(?:abs|pdf|html|overview|audio|resources)/', ARXIV), 'arxiv', '$1'],
  ['huggingface.co hf.co', path('/(?:api/)?papers/', ARXIV), 'arxiv', '$1'],
  ['papers.cool scirate.com', path('/arxiv/', ARXIV), 'arxiv', '$1'],
  ['papers.cool', path(String.raw`/venue/([\w-]{5,30})@OpenReview`), 'openreview', '$1'],
  ['papers.cool', path(`/venue/${ACL}@ACL`), 'acl', '$1'],
  ['arxiv-vanity.com emergentmind.com', path('/papers?/', ARXIV), 'arxiv', '$1'],
  ['harvard.edu', path(String.raw`/abs/\d{4}arxiv(\d{4})\.?(\d{4,5})[a-z]`), 'arxiv', '$1.$2'],

  // DOI resolvers take the DOI verbatim, so `.pdf` at the end would be part of it.
  ['doi.org', /^\/(?:doi:)?(10\.\d{4,9}\/[^?]+)/i, 'doi', '$1'],
  ['api.crossref.org', /^\/works\/(10\.\d{4,9}\/[^?]+)/, 'doi', '$1'],
  ['api.datacite.org', /^\/dois\/(10\.\d{4,9}\/[^?]+)/, 'doi', '$1'],

  [
    'openreview.net',
    /^\/(?:forum|pdf|attachment|revisions|notes)\?(?:.*&)?id=([\w-]{5,40})/,
    'openreview',
    '$1',
  ],
  ['openreview.net', /^\/notes\?(?:.*&)?forum=([\w-]{5,40})/, 'openreview', '$1'],
  [
    'aclanthology.org',
    path(String.raw`/(?:anthology/|papers/(?:[^/]+/)*)?(?:[a-z]/[a-z]\d\d/)?`, ACL),
    'acl',
    '$1',
  ],
  ['aclweb.org aclanthology.info', path('/(?:anthology(?:-new)?/|papers/)(?:[^/]+/)*?', ACL), 'acl', '$1'],

  // `/v130/husain21a.html`, `/v130/husain21a/husain21a.pdf`, `/v235/wang24ab.html`: a name, a two-digit year and,
  // if that is ambiguous, letters. Since 2024 PDFs are hosted on GitHub.
  ['proceedings.mlr.press', /^\/([vr]\d+)\/([\w-]+?\d\d[a-z]{0,2})(?:\/|\.html|\.pdf|$)/, 'pmlr', '$1/$2'],
  [
    'raw.githubusercontent.com',
    /^\/mlresearch\/([vr]\d+)\/main\/assets\/([\w-]+?\d\d[a-z]{0,2})\//,
    'pmlr',
    '$1/$2',
  ],
  ['jmlr.org', /^\/proceedings\/papers\/(v\d+)\/([\w-]+?)(?:\/|\.html|\.pdf|$)/, 'pmlr', '$1/$2'],
  ['jmlr.org', /^\/papers\/v(?:olume)?(\d+)\/([\w-]+?)(?:\/|\.html|\.pdf|$)/, 'jmlr', 'v$1/$2'],
  // The hash is of a number that restarts each year, so the year is part of the value.
  [
    'datasets-benchmarks-proceedings.neurips.cc',
    /^\/paper(?:_files\/paper)?\/(\d{4})\/(?:hash|file)\/([\da-f]{32})-/,
    'neurips',
    '$1/datasets/$2',
  ],
  [
    'proceedings.neurips.cc papers.neurips.cc papers.nips.cc',
    /^\/paper(?:_files\/paper)?\/(\d{4})\/(?:hash|file)\/([\da-f]{32})-/,
    'neurips',
    '$1/$2',
  ],
  // Until 2020: `/paper/7181-a-title`, `/paper/7181-a-title.pdf`. The hash cannot be derived from the number.
  ['papers.neurips.cc papers.nips.cc', /^\/paper\/(\d{1,5})-/, 'nips', '$1'],
  // The file name contains authors, title, conference and year. The folders around it changed in 2021.
  [
    'openaccess.thecvf.com',
    /^\/content.*\/(?:html|papers)\/(?:[^/]+\/)*([^/]+?)_paper\.(?:html|pdf)/,
    'cvf',
    '$1',
  ],
  [
    'ijcai.org',
    /^\/proceedings\/(20(?:1[7-9]|[2-9]\d))\/0*(\d+)(?:\.pdf|\/|$|\?)/i,
    'doi',
    '10.24963/ijcai.$1/$2',
  ],
  [
    'ijcai.org',
    /^\/(?:abstract|proceedings)\/(\d{2})\/(?:papers\/)?0*(\d+)(?:\.pdf|\/|$|\?)/i,
    'ijcai',
    '20$1/$2',
  ],
  ['ojs.aaai.org', /\/article\/(?:view|download)\/(\d+)/, 'aaai', '$1'],
  [
    'isca-archive.org isca-speech.org',
    /^\/(?:archive\/)?(?:pdfs\/)?(\w+_\d{4})\/(\w+)\.(?:html|pdf)/,
    'isca',
    '$1/$2',
  ],

  ['biorxiv.org medrxiv.org', /^\/content\/(10\.\d{4,9}\/[\d.]*\d)/, 'doi', '$1'],
  // Numbers assigned before the DOI prefix changed in December 2025.
  [
    'biorxiv.org medrxiv.org',
    /^\/content\/(?:(?:bio|med)rxiv\/)?early\/(?:\d+\/){3}((?:20(?:19|2[0-4]|25(?=\.(?:0|10|11)))\.\d\d\.\d\d\.)?\d{5,8})(?!\d)/,
    'doi',
    '10.1101/$1',
  ],
  ['biorxiv.org medrxiv.org', /^\/(?:details|pubs)\/(?:bio|med)rxiv\/(10\.\d{4,9}\/[\d.]*\d)/, 'doi', '$1'],

  [
    'semanticscholar.org',
    /^\/(?:paper|reader)\/(?:[^/]+\/)?([\da-f]{40})(?![\da-f])/,
    'semanticscholar',
    '$1',
  ],
  ['semanticscholar.org', path('(?:/graph/v1/paper|/v1/paper|/arxiv)?/', ARXIV), 'arxiv', '$1'],
  ['semanticscholar.org', path(String.raw`/(?:graph/v1/paper/)?doi:(10\.\d{4,9}/[^?]+)`), 'doi', '$1'],
  ['semanticscholar.org', /^\/(?:graph\/v1\/paper\/)?corpusid:(\d+)/i, 'corpusid', '$1'],
  ['semanticscholar.org', /^\/graph\/v1\/paper\/([\da-f]{40})(?![\da-f])/, 'semanticscholar', '$1'],

  ['nih.gov', /^\/(?:pmc\/)?articles\/(PMC\d+)/i, 'pmcid', '$1'],
  [
    'europepmc.org',
    /^\/(?:article\/PMC|articles|backend\/ptpmcrender\.fcgi\?accid=)\/?(PMC\d+)/i,
    'pmcid',
    '$1',
  ],
  ['pubmed.ncbi.nlm.nih.gov', /^\/(\d{1,9})(?:\/|$|\?)/, 'pmid', '$1'],
  ['ncbi.nlm.nih.gov', /^\/pubmed\/(\d{1,9})(?:\/|$|\?)/, 'pmid', '$1'],
  ['europepmc.org', /^\/(?:article|abstract)\/MED\/(\d{1,9})/i, 'pmid', '$1'],

  // The Palgrave journals on this host have their own DOI prefix.
  [
    'nature.com',
    /^\/articles\/((?:s41599-|palcomms)[\w.-]*?)(?:_reference)?(?:\.e?pdf)?(?:\/|$|\?)/,
    'doi',
    '10.1057/$1',
  ],
  ['nature.com', /^\/articles\/([a-z\d][\w.-]*?)(?:_reference)?(?:\.e?pdf)?(?:\/|$|\?)/, 'doi', '10.1038/$1'],
  ['biomedcentral.com springeropen.com', path('/(?:[a-z]+/)*', DOI), 'doi', '$1'],
  [
    'ieeexplore.ieee.org',
    /^\/(?:(?:abstract\/|rest\/)?document\/|ielx?\d*\/(?:\d+\/)+|(?:stamp|stamppdf|xpl)\/\w+\.jsp\?(?:.*&)?arnumber=)0*(\d{4,})/i,
    'ieee',
    '$1',
  ],
  ['sciencedirect.com elsevier.com', /\/pii\/(S[\dX]{16})(?![\dX])/i, 'pii', '$1'],
  ['cell.com thelancet.com', path('.*[/=](?:PII)?', PRINTED_PII), 'pii', '$1$2$3$4$5'],
  ['mdpi.com', /^\/(\d{4}-\d{3}[\dX])\/(\d+)\/(\d+)\/(\d+)(?:\/|$|\?)/i, 'mdpi', '$1/$2/$3/$4'],
  ['pubs.rsc.org', /^\/[a-z]{2}\/content\/article\w+\/\d{4}\/[a-z\d]+\/([a-z\d]+)/i, 'doi', '10.1039/$1'],
  ['plos.org', /^\/.*\?(?:.*&)?id=(?:info:doi\/)?(10\.1371\/journal\.[a-z]+\.\d{7})/, 'doi', '$1'],
  ['elifesciences.org', /^\/(?:articles|reviewed-preprints)\/(\d{5,6})(?!\d)/, 'doi', '10.7554/elife.$1'],
  ['peerj.com', /^\/articles\/(\d+)(?:\.pdf|\/|$|\?)/, 'doi', '10.7717/peerj.$1'],
  [
    'peerj.com',
    /^\/articles\/(cs|pchem|achem|ichem|ochem|matsci)-(\d+)(?:\.pdf|\/|$|\?)/,
    'doi',
    '10.7717/peerj-$1.$2',
  ],
  ['hindawi.com', /^\/journals\/[a-z]+\/(\d{4})\/(\d+)/, 'doi', '10.1155/$1/$2'],
  ['oup.com', /^\/[\w-]+\/article(?:-abstract)?\/(?:[\w-]+\/){2,3}(\d{5,})(?:\/|$|\?)/, 'oup', '$1'],
  [
    'academic.oup.com',
    /^\/[\w-]+\/(?:advance-)?article(?:-abstract|-pdf)?\/doi\/(10\.1093\/[\w-]+\/[\w-]+)/,
    'doi',
    '$1',
  ],
  ['pubs.aip.org', /^\/aip\/\w+\/article(?:-abstract|-pdf|-split)?\/doi\/(10\.\d{4,9}\/[^/?]+)/, 'doi', '$1'],
  ['jstor.org', /^\/stable\/(?:pdf\/)?(\d+)(?:\.pdf|\/|$|\?)/, 'jstor', '$1'],
  ['cambridge.org', /\/([\dA-F]{32})(?:\/|$|\?)/, 'cambridge', '$1'],

  ['inspirehep.net', /^\/(?:api\/)?(?:literature|record)\/(\d+)/, 'inspire', '$1'],
  ['zenodo.org', /^\/(?:api\/)?records?\/(\d+)/, 'doi', '10.5281/zenodo.$1'],
  ['ssrn.com', /^\/.*\babstract(?:_?id)?=(\d+)/i, 'doi', '10.2139/ssrn.$1'],
  ['eprint.iacr.org', /^\/(\d{4})\/0*(\d+)(?:\.pdf|\/|$|\?)/, 'iacr', '$1/$2'],
  ['hal.science archives-ouvertes.fr hal.inria.fr', /^\/([a-z]+-\d{6,8})(?:v\d+)?(?:\/|$|\?)/, 'hal', '$1'],
  ['osf.io', /^\/preprints\/[a-z]+\/([a-z\d]{5})(?:_v\d+)?(?:\/|$|\?)/, 'osf', '$1'],
  [
    'dblp.org dblp.uni-trier.de',
    /^\/rec\/(?:html\/)?((?:conf|journals|books|phd)\/[\w-]+\/[\w-]+)/,
    'dblp',
    '$1',
  ],
];

/**
 * For all other hosts: most publishers put the DOI into the path, after a word such as `doi` or `article`. DOIs of
 * books and proceedings are excluded because they do not identify a paper.
 */
export const DOI_IN_PATH = path(
  '/(?:[^?]*/)?(?:doi|articles?|abs|abstract|pdf|epdf|full|content|chapter|reader|track|counter)/(?!(?:[a-z]+/)*(?:book|proceedings)/)(?:[a-z]+/)*(?:doi:)?',
  DOI,
);
