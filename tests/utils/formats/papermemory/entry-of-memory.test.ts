import { describe, expect, test } from 'vitest';
import { entryOfMemory, isMemory } from '@/utils/formats/papermemory/entry-of-memory';

/** One paper of each source that it supports, by the address that it keeps. */
test.each([
  ['acl', 'https://aclanthology.org/2020.acl-main.405.pdf', { acl: '2020.acl-main.405' }],
  ['acm', 'https://dl.acm.org/doi/pdf/10.1145/3292500.3330701', { doi: '10.1145/3292500.3330701' }],
  ['acs', 'https://pubs.acs.org/doi/pdf/10.1021/acs.jcim.0c01234', { doi: '10.1021/acs.jcim.0c01234' }],
  [
    'aip',
    'https://pubs.aip.org/aip/jcp/article-pdf/doi/10.1063/5.0012345/16700000/164103_1_online.pdf',
    { doi: '10.1063/5.0012345' },
  ],
  [
    'aps',
    'https://journals.aps.org/prl/pdf/10.1103/PhysRevLett.116.061102',
    { doi: '10.1103/physrevlett.116.061102' },
  ],
  ['arxiv', 'http://arxiv.org/pdf/1703.10593v7', { arxiv: '1703.10593' }],
  [
    'biorxiv',
    'https://www.biorxiv.org/content/10.1101/2021.05.04.442577v2.full.pdf',
    { doi: '10.1101/2021.05.04.442577' },
  ],
  ['cell', 'https://www.cell.com/action/showPdf?pii=S0092-8674(20)30820-6', { pii: 'S0092867420308206' }],
  [
    'cvf',
    'http://openaccess.thecvf.com/content/CVPR2021/papers/Glas_Lanterns_CVPR_2021_paper.pdf',
    { cvf: 'Glas_Lanterns_CVPR_2021' },
  ],
  [
    'frontiers',
    'https://www.frontiersin.org/articles/10.3389/fnins.2020.00001/pdf',
    { doi: '10.3389/fnins.2020.00001' },
  ],
  ['hal', 'https://hal.science/hal-03800000/file/lanterns.pdf', { hal: 'hal-03800000' }],
  ['hal', 'https://hal.science/hal-03800000v2/document', { hal: 'hal-03800000' }],
  ['ieee', 'https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=8237506', { ieee: '8237506' }],
  ['ieee', 'https://ieeexplore.ieee.org/ielx7/8234942/8237262/08237506.pdf', { ieee: '8237506' }],
  ['ihep', 'https://inspirehep.net/literature/1234567', { inspire: '1234567' }],
  ['ijcai', 'https://www.ijcai.org/proceedings/2019/0042.pdf', { doi: '10.24963/ijcai.2019/42' }],
  [
    'iop',
    'https://iopscience.iop.org/article/10.1088/1742-6596/1234/1/012345/pdf',
    { doi: '10.1088/1742-6596/1234/1/012345' },
  ],
  ['jmlr', 'https://www.jmlr.org/papers/volume13/bergstra12a/bergstra12a.pdf', { jmlr: 'v13/bergstra12a' }],
  ['mdpi', 'https://www.mdpi.com/2072-4292/13/4/789/pdf', { mdpi: '2072-4292/13/4/789' }],
  ['nature', 'https://www.nature.com/articles/s41586-021-03819-2.pdf', { doi: '10.1038/s41586-021-03819-2' }],
  [
    'neurips',
    'https://proceedings.neurips.cc/paper/2017/file/3f5ee243547dee91fbd053c1c4a845aa-Paper.pdf',
    { neurips: '2017/3f5ee243547dee91fbd053c1c4a845aa' },
  ],
  [
    'neurips',
    'https://papers.nips.cc/paper_files/paper/2022/file/3f5ee243547dee91fbd053c1c4a845aa-Paper-Conference.pdf',
    { neurips: '2022/3f5ee243547dee91fbd053c1c4a845aa' },
  ],
  ['openreview', 'https://openreview.net/pdf?id=EZNOb_uNpJk', { openreview: 'EZNOb_uNpJk' }],
  ['oup', 'https://academic.oup.com/bioinformatics/article-pdf/36/4/1234/32500000/btz682.pdf', {}],
  ['oup', 'https://academic.oup.com/bioinformatics/article/36/4/1234/5566506', { oup: '5566506' }],
  [
    'plos',
    'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0123456&type=printable',
    { doi: '10.1371/journal.pone.0123456' },
  ],
  ['pmc', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7654321/pdf', { pmcid: 'PMC7654321' }],
  ['pmlr', 'http://proceedings.mlr.press/v130/husain21a/husain21a.pdf', { pmlr: 'v130/husain21a' }],
  ['pnas', 'https://www.pnas.org/doi/pdf/10.1073/pnas.2114679118', { doi: '10.1073/pnas.2114679118' }],
  ['rsc', 'https://pubs.rsc.org/en/content/articlepdf/2020/sc/d0sc01234a', { doi: '10.1039/d0sc01234a' }],
  ['science', 'https://science.org/doi/pdf/10.1126/science.abc1234', { doi: '10.1126/science.abc1234' }],
  [
    'sciencedirect',
    'https://reader.elsevier.com/reader/sd/pii/S0004370221000862',
    { pii: 'S0004370221000862' },
  ],
  [
    'springer',
    'https://link.springer.com/content/pdf/10.1007/s00148-021-00864-z.pdf',
    { doi: '10.1007/s00148-021-00864-z' },
  ],
  [
    'wiley',
    'https://onlinelibrary.wiley.com/doi/pdf/10.1002/anie.202012345',
    { doi: '10.1002/anie.202012345' },
  ],
  ['website', 'https://lamps.example/1', {}],
  ['chemrxiv', 'https://chemrxiv.org/engage/chemrxiv/article-details/60c74f4a0f50db1b3c3971d8', {}],
])('%s: %s has %j', (source, pdfLink, identifiers) => {
  const { entry } = entryOfMemory({ title: 'Lanterns', source, pdfLink }, 'x');
  expect(entry?.card.identifiers).toEqual(identifiers);
});

describe('identifiers', () => {
  test('are those of its DOI, its entry, its address and its id, the first in each namespace', () => {
    const paper = {
      id: 'Arxiv-1703.10593',
      doi: '10.1109/ICCV.2017.244',
      bibtex: '@misc{a, title={A}, doi={10.1000/other}, eprint={1703.10593}}',
      pdfLink: 'https://openreview.net/pdf?id=EZNOb_uNpJk',
    };
    expect(entryOfMemory(paper, 'x').entry?.card.identifiers).toEqual({
      arxiv: '1703.10593',
      doi: '10.1109/iccv.2017.244',
      openreview: 'EZNOb_uNpJk',
    });
  });
});

describe('years', () => {
  test.each([
    [{ year: '2017', bibtex: '@misc{a, title={A}, year={2017}, month=jul}' }, '2017-07'],
    [{ year: '2018', bibtex: '@misc{a, title={A}, year={2017}, month=jul}' }, '2018'],
    [{ year: 2018 }, '2018'],
    [{ year: 'unknown' }, undefined],
    [{}, undefined],
  ])('%j is %j', (fields, date) => {
    expect(entryOfMemory({ title: 'A', ...fields }, 'x').entry?.card.publishedAt).toBe(date);
  });
});

test.each([
  [{ id: 'a', title: 'A', bibtex: '', addDate: '' }, true],
  [{ id: 'a', title: 'A' }, false],
  [[], false],
  [null, false],
  ['id', false],
])('%j: one of a memory, %j', (value, is) => {
  expect(isMemory(value)).toBe(is);
});
