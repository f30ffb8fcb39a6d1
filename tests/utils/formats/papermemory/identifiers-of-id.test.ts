import { expect, test } from 'vitest';
import { identifiersOfId } from '@/utils/formats/papermemory/identifiers-of-id';

test.each([
  ['Arxiv-1703.10593', { arxiv: '1703.10593' }],
  ['Arxiv-hep-th_9711200', { arxiv: 'hep-th/9711200' }],
  ['2010.01234', { arxiv: '2010.01234' }],
  ['OR-ICLR-2022_EZNOb_uNpJk', { openreview: 'EZNOb_uNpJk' }],
  ['OR-NeurIPS Workshop-2023_a-b_c1', { openreview: 'a-b_c1' }],
  ['ACL-ACL-2020_2020.acl-main.405', { acl: '2020.acl-main.405' }],
  ['ACL-ACL-2018_P18-1001', { acl: 'p18-1001' }],
  ['PMC-2020_7654321', { pmcid: 'PMC7654321' }],
  ['IHEP-1234567', { inspire: '1234567' }],
  ['IEEE-2017_8237506', { ieee: '8237506' }],
  ['PNAS-2022_pnas.2114679118', { doi: '10.1073/pnas.2114679118' }],
  ['Nature-2021_s41586-021-03819-2', { doi: '10.1038/s41586-021-03819-2' }],
  ['IJCAI-2019_0042', { doi: '10.24963/ijcai.2019/42' }],
  ['Springer-2021_f3a81bc2', {}],
  ['Website_lamps.example', {}],
  ['', {}],
])('%s has %j', (id, identifiers) => {
  expect(identifiersOfId(id)).toEqual(identifiers);
});
