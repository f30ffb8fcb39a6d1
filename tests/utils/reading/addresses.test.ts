import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { Paper } from '@/utils/paper/schema';
import { identifiersInText, identifiersOfAddress, tidyAddress } from '@/utils/reading/addresses';
import { ADDRESS_ROWS } from '@/utils/reading/addresses-table';

const PAIRS = '../shared/pages/papermemory-urls.json';
const HASH = '0123456789abcdef0123456789abcdef';
const SHA = `${HASH}01234567`;

const keysOf = (address: string) =>
  Object.entries(identifiersOfAddress(new URL(address))).map(([name, value]) => `${name}:${value}`);

/** Addresses of one paper each; all of them must give the key before them. */
const SAME: [key: string, ...addresses: string[]][] = [
  [
    'arxiv:2401.12345',
    'https://arxiv.org/abs/2401.12345',
    'http://www.arxiv.org/abs/2401.12345v2#section',
    'https://arxiv.org/pdf/2401.12345v3.pdf',
    'https://arxiv.org/pdf/2401.12345?download=1',
    'https://arxiv.org/html/2401.12345v1',
    'https://arxiv.org/ps/2401.12345',
    'https://arxiv.org/e-print/2401.12345',
    'https://export.arxiv.org/abs/2401.12345',
    'https://de.arxiv.org/abs/arXiv:2401.12345',
    'https://export.arxiv.org/api/query?search_query=&id_list=2401.12345v2&max_results=1',
    'https://ar5iv.org/abs/2401.12345',
    'https://ar5iv.labs.arxiv.org/html/2401.12345',
    'https://www.alphaxiv.org/abs/2401.12345v1',
    'https://www.alphaxiv.org/overview/2401.12345',
    'https://huggingface.co/papers/2401.12345',
    'https://huggingface.co/api/papers/2401.12345',
    'https://hf.co/papers/2401.12345',
    'https://papers.cool/arxiv/2401.12345',
    'https://scirate.com/arxiv/2401.12345',
    'https://www.arxiv-vanity.com/papers/2401.12345/',
    'https://api.semanticscholar.org/arXiv:2401.12345',
    'https://api.semanticscholar.org/graph/v1/paper/arXiv:2401.12345?fields=title',
    'https://www.semanticscholar.org/arxiv/2401.12345',
    'https://ui.adsabs.harvard.edu/abs/2024arXiv240112345N/abstract',
    'https://doi.org/10.48550/arXiv.2401.12345',
    'https://doi.org/10.48550%2FarXiv.2401.12345v2',
    'https://web.archive.org/web/20240301000000/https://arxiv.org/abs/2401.12345',
    'https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2401.12345&sa=D',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2401.12345&data=1',
  ],
  [
    'arxiv:hep-th/9901001',
    'https://arxiv.org/abs/hep-th/9901001v2',
    'https://arxiv.org/pdf/hep-th/9901001',
    'https://arxiv.org/abs/hep-th%2F9901001',
    'https://papers.cool/arxiv/hep-th/9901001',
  ],
  ['arxiv:math/0309136', 'https://arxiv.org/abs/math.GT/0309136', 'https://arxiv.org/pdf/math/0309136v1.pdf'],
  [
    'arxiv:0704.0001',
    'https://arxiv.org/abs/0704.0001',
    'https://ui.adsabs.harvard.edu/abs/2007arXiv0704.0001B',
  ],
  [
    'doi:10.1000/xyz(1)a',
    'https://doi.org/10.1000/xyz(1)A',
    'http://dx.doi.org/10.1000/XYZ%281%29a',
    'https://www.doi.org//10.1000/xyz(1)a?utm_source=letter',
    'https://api.crossref.org/works/10.1000/xyz(1)a',
    'https://publisher.example/doi/10.1000/xyz(1)a',
    'https://publisher.example/doi/full/10.1000/xyz(1)a',
    'https://publisher.example/doi/pdfdirect/10.1000/xyz(1)a?download=true',
    'https://publisher.example/articles/10.1000/xyz(1)a/fulltext.html',
  ],
  ['doi:10.1000/a.pdf', 'https://doi.org/10.1000/a.pdf'],
  [
    'openreview:aB3_-xYz01',
    'https://openreview.net/forum?id=aB3_-xYz01',
    'https://openreview.net/forum?noteId=qqqqqqqqqq&id=aB3_-xYz01',
    'https://openreview.net/pdf?id=aB3_-xYz01&name=x',
    'https://api2.openreview.net/notes?id=aB3_-xYz01',
    'https://papers.cool/venue/aB3_-xYz01@OpenReview',
  ],
  [
    'acl:2031.acl-long.7',
    'https://aclanthology.org/2031.acl-long.7/',
    'https://www.aclanthology.org/2031.acl-long.7.pdf',
    'https://aclanthology.org/2031.acl-long.7v2.pdf',
    'https://aclanthology.org/2031.acl-long.7.bib',
    'https://aclanthology.org/anthology/2031.acl-long.7',
    'https://www.aclweb.org/anthology/2031.acl-long.7.pdf',
    'https://doi.org/10.18653/v1/2031.acl-long.7',
  ],
  [
    'acl:p99-1001',
    'https://aclanthology.org/P99-1001',
    'https://aclanthology.org/P99-1001.pdf',
    'https://www.aclweb.org/anthology/P99-1001/',
    'http://aclweb.org/anthology-new/P/P99/P99-1001.pdf',
    'https://aclanthology.org/papers/P/P99/P99-1001/',
    'https://aclanthology.org/P/P99/P99-1001.pdf',
  ],
  [
    'pmlr:v999/doe31a',
    'https://proceedings.mlr.press/v999/doe31a.html',
    'http://proceedings.mlr.press/v999/doe31a/doe31a.pdf',
    'http://proceedings.mlr.press/v999/doe31a.pdf',
    'https://raw.githubusercontent.com/mlresearch/v999/main/assets/doe31a/doe31a.pdf',
    'http://www.jmlr.org/proceedings/papers/v999/doe31a.pdf',
  ],
  ['pmlr:v999/van-doe31', 'https://proceedings.mlr.press/v999/van-doe31.html'],
  ['pmlr:v999/doe31ab', 'https://proceedings.mlr.press/v999/doe31ab/doe31ab.pdf'],
  [
    'jmlr:v99/21-0001',
    'https://jmlr.org/papers/v99/21-0001.html',
    'https://www.jmlr.org/papers/volume99/21-0001/21-0001.pdf',
  ],
  [
    `neurips:2031/${HASH}`,
    `https://proceedings.neurips.cc/paper/2031/hash/${HASH}-Abstract.html`,
    `https://proceedings.neurips.cc/paper/2031/file/${HASH}-Paper.pdf`,
    `https://papers.nips.cc/paper/2031/hash/${HASH}-Abstract.html`,
    `https://papers.neurips.cc/paper_files/paper/2031/hash/${HASH}-Abstract-Conference.html`,
    `https://proceedings.neurips.cc/paper_files/paper/2031/file/${HASH}-Paper-Conference.pdf`,
  ],
  [
    'nips:9999',
    'https://papers.nips.cc/paper/9999-an-invented-title',
    'https://papers.nips.cc/paper/9999-an-invented-title.pdf',
  ],
  [
    'cvf:Doe_An_Invented_Title_CVPR_2031',
    'https://openaccess.thecvf.com/content/CVPR2031/html/Doe_An_Invented_Title_CVPR_2031_paper.html',
    'https://openaccess.thecvf.com/content/CVPR2031/papers/Doe_An_Invented_Title_CVPR_2031_paper.pdf',
    'https://openaccess.thecvf.com/content_CVPR_2031/html/Doe_An_Invented_Title_CVPR_2031_paper.html',
  ],
  [
    'doi:10.24963/ijcai.2031/7',
    'https://www.ijcai.org/proceedings/2031/7',
    'https://www.ijcai.org/proceedings/2031/0007.pdf',
  ],
  [
    'ijcai:2015/7',
    'https://www.ijcai.org/Abstract/15/007',
    'https://www.ijcai.org/Proceedings/15/Papers/007.pdf',
  ],
  [
    'aaai:12345',
    'https://ojs.aaai.org/index.php/AAAI/article/view/12345',
    'https://ojs.aaai.org/index.php/AAAI/article/view/12345/54321',
  ],
  [
    'isca:interspeech_2031/doe31_interspeech',
    'https://www.isca-archive.org/interspeech_2031/doe31_interspeech.html',
    'https://www.isca-archive.org/interspeech_2031/doe31_interspeech.pdf',
    'https://www.isca-speech.org/archive/pdfs/interspeech_2031/doe31_interspeech.pdf',
  ],
  [
    'doi:10.1101/2021.01.01.123456',
    'https://www.biorxiv.org/content/10.1101/2021.01.01.123456v1',
    'https://www.biorxiv.org/content/10.1101/2021.01.01.123456v2.full',
    'https://www.biorxiv.org/content/10.1101/2021.01.01.123456v2.full.pdf+html',
    'https://www.biorxiv.org/content/10.1101/2021.01.01.123456v1.supplementary-material',
    'https://www.biorxiv.org/content/biorxiv/early/2021/01/05/2021.01.01.123456.full.pdf',
    'https://api.biorxiv.org/details/biorxiv/10.1101/2021.01.01.123456',
    'https://doi.org/10.1101/2021.01.01.123456',
  ],
  [
    'doi:10.1101/123456',
    'https://www.medrxiv.org/content/10.1101/123456v1.full-text',
    'https://www.biorxiv.org/content/early/2018/02/03/123456.full.pdf',
  ],
  [
    `semanticscholar:${SHA}`,
    `https://www.semanticscholar.org/paper/An-Invented-Title-Doe/${SHA}`,
    `https://www.semanticscholar.org/paper/${SHA}?sort=year`,
    `https://www.semanticscholar.org/reader/${SHA}`,
    `https://api.semanticscholar.org/graph/v1/paper/${SHA}`,
  ],
  [
    'corpusid:12345',
    'https://api.semanticscholar.org/CorpusID:12345',
    'https://api.semanticscholar.org/graph/v1/paper/CorpusId:12345',
  ],
  [
    'doi:10.1145/1234567.7654321',
    'https://dl.acm.org/doi/10.1145/1234567.7654321',
    'https://dl.acm.org/doi/pdf/10.1145/1234567.7654321',
    'https://dl.acm.org/doi/abs/10.1145/1234567.7654321',
  ],
  [
    'doi:10.1021/acs.abcd.9z00001',
    'https://pubs.acs.org/doi/10.1021/acs.abcd.9z00001',
    'https://pubs.acs.org/doi/suppl/10.1021/acs.abcd.9z00001/suppl_file/zz9z00001_si_001.pdf',
  ],
  [
    'doi:10.1126/science.zzz9999',
    'https://www.science.org/doi/10.1126/science.zzz9999',
    'https://www.science.org/doi/suppl/10.1126/science.zzz9999/suppl_file/science.zzz9999_sm.pdf',
  ],
  [
    'doi:10.1103/physrevd.999.1',
    'https://journals.aps.org/prd/abstract/10.1103/PhysRevD.999.1',
    'https://journals.aps.org/prd/pdf/10.1103/PhysRevD.999.1',
    'https://link.aps.org/doi/10.1103/PhysRevD.999.1',
  ],
  [
    'ieee:1234567',
    'https://ieeexplore.ieee.org/document/1234567/',
    'https://ieeexplore.ieee.org/abstract/document/1234567',
    'https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=1234567',
    'https://ieeexplore.ieee.org/stampPDF/getPDF.jsp?arnumber=1234567',
    'https://ieeexplore.ieee.org/iel7/34/4359286/01234567.pdf',
    'https://ieeexplore.ieee.org/xpl/articleDetails.jsp?arnumber=1234567',
  ],
  [
    'doi:10.1088/1234-5678/ab12cd',
    'https://iopscience.iop.org/article/10.1088/1234-5678/ab12cd',
    'https://iopscience.iop.org/article/10.1088/1234-5678/ab12cd/pdf',
    'https://iopscience.iop.org/article/10.1088/1234-5678/ab12cd/meta',
  ],
  [
    'mdpi:2072-9999/12/3/456',
    'https://www.mdpi.com/2072-9999/12/3/456',
    'https://www.mdpi.com/2072-9999/12/3/456/pdf?version=1',
    'https://www.mdpi.com/2072-9999/12/3/456/htm',
  ],
  [
    'doi:10.1038/s99999-031-00001-x',
    'https://www.nature.com/articles/s99999-031-00001-x',
    'https://www.nature.com/articles/s99999-031-00001-x.pdf',
    'https://www.nature.com/articles/s99999-031-00001-x_reference.pdf',
    'https://www.nature.com/articles/s99999-031-00001-x/figures/1',
  ],
  [
    'doi:10.1057/s41599-031-00001-x',
    'https://www.nature.com/articles/s41599-031-00001-x',
    'https://doi.org/10.1057/s41599-031-00001-x',
  ],
  [
    'doi:10.1007/s99999-031-0001-1',
    'https://link.springer.com/article/10.1007/s99999-031-0001-1',
    'https://link.springer.com/content/pdf/10.1007/s99999-031-0001-1.pdf',
    'https://link.springer.com/content/pdf/10.1007%2Fs99999-031-0001-1.pdf',
    'https://link.springer.com/article/10.1007/s99999-031-0001-1/figures/1',
    'https://link.springer.com/article/10.1007/s99999-031-0001-1/tables/12',
  ],
  [
    'doi:10.1186/s99999-031-0001-1',
    'https://journal.biomedcentral.com/articles/10.1186/s99999-031-0001-1',
    'https://journal.biomedcentral.com/track/pdf/10.1186/s99999-031-0001-1.pdf',
  ],
  [
    'doi:10.3389/fabcd.2031.000001',
    'https://www.frontiersin.org/articles/10.3389/fabcd.2031.000001/full',
    'https://www.frontiersin.org/journals/abcd/articles/10.3389/fabcd.2031.000001/pdf',
  ],
  [
    'doi:10.1039/d9zz00001a',
    'https://pubs.rsc.org/en/content/articlelanding/2031/zz/d9zz00001a',
    'https://pubs.rsc.org/en/content/articlepdf/2031/zz/d9zz00001a',
    'https://pubs.rsc.org/en/content/articlehtml/2031/zz/d9zz00001a',
    'https://doi.org/10.1039/D9ZZ00001A',
  ],
  [
    'doi:10.1371/journal.pxyz.0000001',
    'https://journals.plos.org/plosxyz/article?id=10.1371/journal.pxyz.0000001',
    'https://journals.plos.org/plosxyz/article/file?id=10.1371/journal.pxyz.0000001&type=printable',
    'https://journals.plos.org/plosxyz/article/figure?id=10.1371/journal.pxyz.0000001.g001',
  ],
  [
    'pmcid:PMC1234567',
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/name.pdf',
    'https://europepmc.org/article/PMC/PMC1234567',
    'https://europepmc.org/articles/pmc1234567',
    'https://europepmc.org/backend/ptpmcrender.fcgi?accid=PMC1234567&blobtype=pdf',
  ],
  [
    'pmid:12345678',
    'https://pubmed.ncbi.nlm.nih.gov/12345678/',
    'https://www.ncbi.nlm.nih.gov/pubmed/12345678',
    'https://europepmc.org/article/MED/12345678',
  ],
  [
    'pii:S001234562030123X',
    'https://www.sciencedirect.com/science/article/pii/S001234562030123X',
    'https://www.sciencedirect.com/science/article/abs/pii/S001234562030123X',
    'https://www.sciencedirect.com/science/article/pii/S001234562030123X/pdfft?md5=1&pid=x.pdf',
    'https://reader.elsevier.com/reader/sd/pii/S001234562030123X',
    'https://www.cell.com/journal/fulltext/S0012-3456(20)30123-X',
    'https://www.cell.com/action/showPdf?pii=S0012-3456(20)30123-X',
  ],
  [
    'doi:10.7554/elife.12345',
    'https://elifesciences.org/articles/12345',
    'https://doi.org/10.7554/eLife.12345',
  ],
  [
    'doi:10.1063/5.0012345',
    'https://pubs.aip.org/aip/jcp/article-pdf/doi/10.1063/5.0012345/16700000/164103_1_online.pdf',
    'https://pubs.aip.org/aip/jcp/article/doi/10.1063/5.0012345',
  ],
  ['doi:10.7717/peerj-cs.999', 'https://peerj.com/articles/cs-999/', 'https://peerj.com/articles/cs-999.pdf'],
  [
    'doi:10.1155/2031/123456',
    'https://www.hindawi.com/journals/abc/2031/123456/',
    'https://downloads.hindawi.com/journals/abc/2031/123456.pdf',
  ],
  [
    'doi:10.1093/abc/xyz123',
    'https://academic.oup.com/abc/article/doi/10.1093/abc/xyz123/1234567',
    'https://academic.oup.com/abc/advance-article-pdf/doi/10.1093/abc/xyz123/7654321/xyz123.pdf',
  ],
  ['jstor:123456', 'https://www.jstor.org/stable/123456', 'https://www.jstor.org/stable/pdf/123456.pdf'],
  [
    'inspire:1234567',
    'https://inspirehep.net/literature/1234567',
    'https://inspirehep.net/api/literature/1234567',
    'http://inspirehep.net/record/1234567',
  ],
  [
    'doi:10.5281/zenodo.1234567',
    'https://zenodo.org/records/1234567',
    'https://zenodo.org/record/1234567/files/paper.pdf',
  ],
  [
    'doi:10.2139/ssrn.1234567',
    'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1234567',
    'https://ssrn.com/abstract=1234567',
    'https://papers.ssrn.com/sol3/Delivery.cfm/1.pdf?abstractid=1234567&mirid=1',
  ],
  ['iacr:2031/7', 'https://eprint.iacr.org/2031/007', 'https://eprint.iacr.org/2031/007.pdf'],
  [
    'hal:hal-01234567',
    'https://hal.science/hal-01234567',
    'https://inria.hal.science/hal-01234567v2/document',
    'https://hal.inria.fr/hal-01234567/file/paper.pdf',
  ],
  ['osf:ab12c', 'https://osf.io/preprints/psyarxiv/ab12c', 'https://osf.io/preprints/psyarxiv/ab12c_v2'],
];

/** PDF addresses that do not tell whose they are; only the pages that link to them know. */
const UNKNOWABLE: [address: string, reason: string][] = [
  ['https://inspirehep.net/files/0123456789abcdef0123456789abcdef', 'INSPIRE names files by their content'],
  [`https://openreview.net/pdf/${SHA}.pdf`, 'OpenReview names old files by their content'],
  [
    'https://pdfs.semanticscholar.org/0123/456789abcdef0123456789abcdef01234567.pdf',
    'the hash of the file, not of the paper',
  ],
  [
    'https://academic.oup.com/abc/article-pdf/36/4/1234/7654321/xyz123.pdf',
    'OUP numbers files apart from articles',
  ],
  ['https://mdpi-res.com/d_attachment/abc/abc-12-00456/article_deploy/abc-12-00456.pdf', 'no ISSN, no issue'],
  [
    'https://dl.acm.org/citation.cfm?id=1234567.7654321',
    'half of a DOI, and the other half is not always the same',
  ],
  [
    'https://www.ecva.net/papers/eccv_2031/papers_ECCV/papers/123456789.pdf',
    'ECVA numbers files apart from pages',
  ],
  ['https://www.catalyzex.com/paper/an-invented-title', 'CatalyzeX names papers by their titles'],
];

describe('identifiersOfAddress', () => {
  test.each(SAME.flatMap(([key, ...addresses]) => addresses.map((address) => [key, address] as const)))(
    'finds %s in %s',
    (key, address) => {
      expect(keysOf(address)).toContain(key);
    },
  );

  test('has an address in the table above for every namespace', () => {
    const shown = new Set(SAME.map(([key]) => key.split(':')[0]));
    const namespaces = new Set(ADDRESS_ROWS.map(([, , namespace]) => namespace));
    expect([...namespaces].filter((name) => !shown.has(name))).toEqual(['oup', 'cambridge', 'dblp']);
  });

  test.each([
    ['https://doi-org.ezproxy.nowhere.example/10.1234/abc.5', 'doi:10.1234/abc.5'],
    ['https://doi.org.ezproxy.nowhere.example/10.1234/abc.5', 'doi:10.1234/abc.5'],
    ['https://ieeexplore-ieee-org.libproxy.nowhere.example/document/9364062', 'ieee:9364062'],
    [
      'https://www-sciencedirect-com.nowhere.idm.oclc.org/science/article/pii/S0092867420308206',
      'pii:S0092867420308206',
    ],
    ['https://onlinelibrary-wiley-com.proxy.nowhere.example/doi/10.1111/tpj.99145', 'doi:10.1111/tpj.99145'],
    ['https://login.ezproxy.nowhere.example/login?url=https://doi.org/10.1234/abc.5', 'doi:10.1234/abc.5'],
    ['https://academic.oup.com/abc/article/36/4/1234/5678901', 'oup:5678901'],
    ['https://academic.oup.com/abc/article-abstract/36/4/1234/5678901', 'oup:5678901'],
    [
      `https://www.cambridge.org/core/journals/abc/article/title/${HASH.toUpperCase()}`,
      `cambridge:${HASH.toUpperCase()}`,
    ],
    ['https://dblp.org/rec/conf/abc/Doe31.html', 'dblp:conf/abc/Doe31'],
    [
      `https://datasets-benchmarks-proceedings.neurips.cc/paper/2031/hash/${HASH}-Abstract-round1.html`,
      `neurips:2031/datasets/${HASH}`,
    ],
  ])('finds in %s %s', (address, key) => {
    expect(keysOf(address)).toEqual([key]);
  });

  test.each(UNKNOWABLE)('cannot know whose %s is: %s', (address) => {
    expect(keysOf(address)).toEqual([]);
  });

  test.each([
    'https://arxiv.org/',
    'https://arxiv.org/list/cs.CL/2401',
    'https://arxiv.org/abs/2413.12345',
    'https://arxiv.org/abs/2401.123456',
    'https://arxiv.org/a/doe_j_1',
    'https://arxiv.org/search/?query=2401.12345',
    'https://export.arxiv.org/api/query?id_list=2401.12345,2401.12346',
    'https://evil.example/arxiv.org/abs/2401.12345',
    'https://notarxiv.org/abs/2401.12345',
    'https://arxiv.org.evil.example/abs/2401.12345',
    'https://huggingface.co/papers/date/2026-09-28',
    'https://huggingface.co/models/2401.12345',
    'https://openreview.net/group?id=ABC.cc/2031/Conference',
    'https://openreview.net/references/pdf?id=aB3_-xYz01',
    'https://aclanthology.org/volumes/2031.acl-long/',
    'https://aclanthology.org/events/acl-2031/',
    'https://proceedings.mlr.press/v999/',
    'https://proceedings.mlr.press/v999/index.html',
    'https://proceedings.mlr.press/v999/assets/bib/bibliography.bib',
    'https://raw.githubusercontent.com/mlresearch/v999/main/assets/bib/bibliography.bib',
    'https://link.springer.com/book/10.1007/978-3-031-99999-1',
    'https://dl.acm.org/doi/proceedings/10.1145/1234567',
    'https://dl.acm.org/doi/book/10.1145/1234567',
    'https://proceedings.neurips.cc/paper/2031',
    'https://www.nature.com/ncomms/',
    'https://ieeexplore.ieee.org/xpl/conhome/1000639/all-proceedings',
    'https://blog.example/2024/01/10.2024/post',
    'https://blog.example/2401.12345',
    'ftp://arxiv.org/abs/2401.12345',
    'file:///papers/2401.12345.pdf',
    `https://arxiv.org/abs/2401.12345?${'x'.repeat(2048)}`,
    'https://arxiv.org/abs/%E0%A4%A',
  ])('finds nothing in %s', (address) => {
    expect(keysOf(address)).toEqual([]);
  });

  test('never throws, and gives values that a card may carry and that stay as they are', () => {
    const hosts = ADDRESS_ROWS.flatMap(([names]) => names.split(' '));
    const pieces = [
      'abs',
      'pdf',
      'doi',
      '10.1000',
      'forum?id=',
      '2401.12345',
      '%',
      '%2F',
      '..',
      '//',
      'PMC1234567',
    ];
    const parts = fc.array(fc.oneof(fc.constantFrom(...pieces), messyText), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...hosts), parts, (host, path) => {
        const address = `https://${host}/${path.join('/')}`;
        fc.pre(URL.canParse(address));
        const identifiers = identifiersOfAddress(new URL(address));
        expect(Paper.shape.identifiers.safeParse(identifiers).success).toBe(true);
        for (const [name, value] of Object.entries(identifiers))
          expect(canonicalIdentifiers(name, value)).toContainEqual([name, value]);
      }),
    );
  });

  test.each(['/doi/', '/doi/10.1000/', '/(', '%0A', '/full'])('is done with 2,000 letters of %j', (piece) => {
    const path = piece.repeat(2000 / piece.length);
    expect(() => identifiersOfAddress(new URL(`https://a.example/doi${path}`))).not.toThrow();
  });
});

describe.skipIf(!existsSync(PAIRS))(
  `abstract and PDF addresses of 25 publishers${existsSync(PAIRS) ? '' : ` (skipped: no ${PAIRS} here)`}`,
  () => {
    const pairs = existsSync(PAIRS)
      ? Object.entries(JSON.parse(readFileSync(PAIRS, 'utf8')) as Record<string, [string, string]>)
      : [];
    const reasons: Record<string, string> = {
      ihep: 'INSPIRE names files by their content: only its own page knows which record a file belongs to',
    };

    test('24 lead to the same paper, and the others cannot', () => {
      const apart = pairs.filter(([, [abs, pdf]]) => !keysOf(abs).some((key) => keysOf(pdf).includes(key)));
      expect(pairs).toHaveLength(25);
      expect(apart.map(([name]) => name)).toEqual(Object.keys(reasons));
    });

    test.each(pairs)('%s: the abstract page is known', (_, [abs]) => {
      expect(keysOf(abs).length).toBeGreaterThan(0);
    });
  },
);

describe('tidyAddress', () => {
  test.each([
    ['https://a.example/b?utm_source=x&id=1&fbclid=2#top', 'https://a.example/b?id=1'],
    ['https://me:secret@a.example/b', 'https://a.example/b'],
    ['https://a.example/b?id=a%2Fb', 'https://a.example/b?id=a%2Fb'],
    ['https://a.example/?utm_medium=mail', 'https://a.example/'],
  ])('makes of %s %s', (address, expected) => {
    expect(tidyAddress(new URL(address))).toBe(expected);
  });
});

describe('identifiersInText', () => {
  const found = (text: string) =>
    identifiersInText(text).map(({ namespace, value }) => `${namespace}:${value}`);

  test.each([
    ['arXiv:2401.12345', 'arxiv:2401.12345'],
    ['Preprint (arXiv: 2401.12345v2 [cs.CL]).', 'arxiv:2401.12345'],
    ['ARXIV 1203.4567', 'arxiv:1203.4567'],
    ['arXiv preprint 1203.4567', 'arxiv:1203.4567'],
    ['1203.4567v3', 'arxiv:1203.4567'],
    ['see 2401.12345, page 3', 'arxiv:2401.12345'],
    ['2401.12345.', 'arxiv:2401.12345'],
    ['2401.12345v2.pdf', 'arxiv:2401.12345'],
    ['[2401.12345] A Title', 'arxiv:2401.12345'],
    ['hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['arXiv:math.GT/0309136v1', 'arxiv:math/0309136'],
    ['(cond-mat/0001001v2)', 'arxiv:cond-mat/0001001'],
    ['Knots of lamps. math.GT/0309136', 'arxiv:math/0309136'],
    ['Lamps as machines. cs.LO/0508053.', 'arxiv:cs/0508053'],
    ['doi:10.1234/s10711–019–0411–7', 'doi:10.1234/s10711-019-0411-7'],
    ['https://doi.org/10.1234/s10711–018–0327–4', 'doi:10.1234/s10711-018-0327-4'],
    ['10.1111/tpj.99145/abstract', 'doi:10.1111/tpj.99145'],
    ['doi:10.1093/emboj/96.11.3219/full.', 'doi:10.1093/emboj/96.11.3219'],
    ['doi:10.1000/182.', 'doi:10.1000/182'],
    ['DOI: 10.1000/Xyz-1, and', 'doi:10.1000/xyz-1'],
    ['doi 10.2024/11', 'doi:10.2024/11'],
    ['(10.1016/0014-5793(83)80123-4)', 'doi:10.1016/0014-5793(83)80123-4'],
    ['10.1101/2021.01.01.123456v2.full.pdf', 'doi:10.1101/2021.01.01.123456'],
    ['https://doi.org/10.1000/abc。', 'doi:10.1000/abc'],
    ['doi.org/10.1000/abc', 'doi:10.1000/abc'],
    ['<https://openreview.net/forum?id=aB3_-xYz01>', 'openreview:aB3_-xYz01'],
    [
      'doi:10.1234/0002-9999(1981)110<446:DLOSR>2.0.CO;2.',
      'doi:10.1234/0002-9999(1981)110<446:dlosr>2.0.co;2',
    ],
    [
      'https://doi.org/10.1234/1520-0469(1996)053<0946:TROSF>2.0.CO;2-X,',
      'doi:10.1234/1520-0469(1996)053<0946:trosf>2.0.co;2-x',
    ],
    [
      'doi:10.1234/(SICI)1097-4571(199806)49:8<701::AID-ASI5>3.0.CO;2-#.',
      'doi:10.1234/(sici)1097-4571(199806)49:8<701::aid-asi5>3.0.co;2-#',
    ],
    [
      'https://doi.org/10.1234/(SICI)1097-4571(199806)49:8<701::AID-ASI5>3.0.CO;2-#, and',
      'doi:10.1234/(sici)1097-4571(199806)49:8<701::aid-asi5>3.0.co;2-#',
    ],
    [
      'doi:10.1234/0002-9999(1981)110 <446:DLOSR> 2.0.CO;2',
      'doi:10.1234/0002-9999(1981)110<446:dlosr>2.0.co;2',
    ],
    [
      'doi:10.1234/0002-9999(1981)110&lt;446:DLOSR&gt;2.0.CO;2',
      'doi:10.1234/0002-9999(1981)110<446:dlosr>2.0.co;2',
    ],
    ['10.1234/a.b < 3.0 and > 2.0', 'doi:10.1234/a.b'],
    ['<10.1234/a.b>2.0', 'doi:10.1234/a.b'],
    ['openreview.net/pdf?id=aB3_-xYz01!', 'openreview:aB3_-xYz01'],
    ['aclanthology.org/2031.acl-long.7.pdf', 'acl:2031.acl-long.7'],
    ['https://aclanthology.org/P99-1001.', 'acl:p99-1001'],
    ['PMID: 12345678', 'pmid:12345678'],
    ['PMC1234567', 'pmcid:PMC1234567'],
    ['hal.science/hal-01234567', 'hal:hal-01234567'],
    ['**https://arxiv.org/abs/2401.12345**', 'arxiv:2401.12345'],
    ['“https://arxiv.org/abs/2401.12345”', 'arxiv:2401.12345'],
  ])('%j names %s', (text, key) => {
    expect(found(text)).toEqual([key]);
  });

  test.each([
    '',
    'on 2024-01-12 and 12.01.2024 at 10:24',
    '10.2024/11',
    'on 10.2024/11, and later',
    '10.2024/11.',
    '10.5000/3',
    'version 2401.12345.6',
    'v2.2401.12345',
    'node v18.12.1, 1.2401.12345',
    'call +1 2401.12345 or 555-2401.12345-1',
    'costs $2401.12345, $ 2401.12345, 2401.12345 € or 2401.12345%',
    'x=2401.12345, ~2401.12345, -2401.12345, 2401.12345-2',
    '2401.12345e3',
    '1203.4567 of 1234.5678',
    '2413.12345',
    '6501.12345',
    'a sum of 2401.12345,67',
    '1999.12345',
    '0704.12345',
    'a/2401.12345',
    'music/9901001',
    'math/99010011',
    'math/0309136x',
    'me@arxiv.org/abs/2401.12345',
    'https://blog.example/2401.12345',
    'https://blog.example/math/0309136',
    'PMC12, PMID 1',
    '192.168.10.1/24',
  ])('%j names nothing', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('names all of several, in order, each where it stands', () => {
    const text =
      'A [one](https://arxiv.org/abs/2401.12345)[two](doi.org/10.1000/a(b)c), 2402.00001,2402.00002; 10.18653/v1/P99-1001.';
    expect(
      identifiersInText(text).map(({ start, end, ...key }) => [text.slice(start, end), Object.values(key)]),
    ).toEqual([
      ['https://arxiv.org/abs/2401.12345', ['arxiv', '2401.12345']],
      ['doi.org/10.1000/a(b)c', ['doi', '10.1000/a(b)c']],
      ['2402.00001', ['arxiv', '2402.00001']],
      ['2402.00002', ['arxiv', '2402.00002']],
      ['10.18653/v1/P99-1001', ['doi', '10.18653/v1/p99-1001']],
      ['10.18653/v1/P99-1001', ['acl', 'p99-1001']],
    ]);
  });

  test('finds what stands in any text, and never throws', () => {
    fc.assert(
      fc.property(messyText, messyText, (before, after) => {
        const hits = identifiersInText(`${before} arXiv:2401.12345 ${after}`);
        expect(hits).toContainEqual(expect.objectContaining({ namespace: 'arxiv', value: '2401.12345' }));
      }),
    );
  });

  test.each([
    'a.bc/(',
    'https://',
    '10.1000/',
    '((((',
    'a.',
    'arxiv ',
    'arxiv a',
    '2401.',
    'x-',
    '10.1000/a(',
  ])('is done with a long text of %j', (piece) => {
    expect(() => identifiersInText(piece.repeat(200_000 / piece.length))).not.toThrow();
  });
});
