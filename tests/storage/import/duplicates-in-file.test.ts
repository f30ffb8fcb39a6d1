/** Entries of one file that are one paper, or only look alike. */
import { expect, test } from 'vitest';
import { importStaged } from '@/storage/commands';
import { planImport } from '@/storage/import/reader';
import { at } from '../cards';
import { allStaged, BATCH, openDatabase, runTasks } from '../open-database';

const FILES: [what: string, records: number, name: string, text: string][] = [
  [
    'one DOI in two spellings',
    1,
    'a.bib',
    `@article{a, title={Lamps of the northern harbours at dusk}, author={Berg, Ada}, year={2020}, doi={10.1234/a}}
@article{b, title={Lamps of the Northern Harbours at Dusk}, author={A. Berg}, year={2020}, doi={https://doi.org/10.1234/A}}`,
  ],
  [
    'a DOI on one side only',
    1,
    'a.bib',
    `@article{a, title={Lamps of the northern harbours at dusk}, author={Berg, Ada}, year={2020}, doi={10.1234/a}}
@article{b, title={{Lamps of the Northern Harbours at Dusk}}, author={A. Berg}, year={2020}}`,
  ],
  [
    'a preprint and its article',
    1,
    'a.bib',
    `@misc{a, title={Lamps of the northern harbours at dusk}, author={Berg, Ada}, year={2019}, eprint={1901.00001}, archiveprefix={arXiv}}
@article{b, title={Lamps of the Northern Harbours at Dusk}, author={Ada Berg}, year={2020}, doi={10.1234/a}}`,
  ],
  [
    'one Chinese title three times',
    1,
    'a.bib',
    `@article{a, title={夜间港口灯光的研究}, author={李明}, year={2020}}
@article{b, title={夜间港口灯光的研究}, author={李 明}, year={2020}, doi={10.1234/z}}
@article{c, title={夜间港口灯光的研究。}, author={李明}, year={2020}}`,
  ],
  [
    'umlauts in TeX and written out',
    1,
    'a.bib',
    `@article{a, title={{\\"U}ber die Gr{\\"o}{\\ss}e von H{\\"a}fen}, author={M{\\"u}ller, J{\\"o}rg}, year={2020}, doi={10.1234/u}}
@article{b, title={Ueber die Groesse von Haefen}, author={Mueller, Joerg}, year={2020}}`,
  ],
  [
    'a series in two years',
    2,
    'a.bib',
    `@article{a, title={Harbour sheets}, author={Berg, Ada}, year={2009}, doi={10.1234/s9}}
@article{b, title={Harbour sheets}, author={Berg, Ada}, year={2010}, doi={10.1234/s10}}`,
  ],
  [
    'a thesis and its article',
    2,
    'a.bib',
    `@phdthesis{a, title={Harbour sheets of winter fog}, author={Berg, Ada}, year={2019}, school={Harbour University}}
@article{b, title={Harbour sheets of winter fog}, author={Berg, Ada and Cai, Bo}, journal={J. Fog}, year={2020}}`,
  ],
  [
    'chapters with their book’s DOI',
    2,
    'a.bib',
    `@incollection{a, title={Management of lamps in fog}, author={Berg, Ada}, booktitle={Handbook}, year={2016}, doi={10.1234/book}}
@incollection{b, title={The future of ferries}, author={Cai, Bo}, booktitle={Handbook}, year={2016}, doi={10.1234/book}}`,
  ],
  [
    'an erratum and what it corrects',
    2,
    'a.bib',
    `@article{a, title={Lamps of the northern harbours}, author={Berg, Ada}, year={2016}, doi={10.1234/e1}}
@article{b, title={Erratum: Lamps of the northern harbours}, author={Berg, Ada}, year={2016}, doi={10.1234/e2}}`,
  ],
  [
    'one entry twice',
    1,
    'a.bib',
    `@article{a, title={Lanterns}, author={Berg, Ada}, year={2016}}
@article{a, title={Lanterns}, author={Berg, Ada}, year={2016}}`,
  ],
  [
    'editorials of two volumes',
    2,
    'a.bib',
    `@article{a, title={Editorial}, author={Berg, Ada}, year={2016}, journal={J. Fog}, volume={3}, pages={1}}
@article{b, title={Editorial}, author={Berg, Ada}, year={2016}, journal={J. Fog}, volume={4}, pages={1}}`,
  ],
  [
    'DOIs made of SICIs, one of them encoded',
    2,
    'a.bib',
    `@article{a, title={Dim lamps}, author={Berg, Ada}, year={1998}, doi={10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2}}
@article{b, title={Bright lamps}, author={Cai, Bo}, year={1998}, doi={10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1699::AID-SIM969%3E3.0.CO;2-1}}`,
  ],
  [
    'a suffix and initials in RIS',
    1,
    'a.ris',
    `TY  - JOUR\nTI  - Lamps of the northern harbours at dusk\nAU  - Berg, Ada L., Jr.\nPY  - 2020\nER  - \nTY  - JOUR\nTI  - Lamps of the northern harbours at dusk.\nAU  - Berg, A.\nPY  - 2020\nDO  - 10.1234/a\nER  - \n`,
  ],
];

test.each(FILES)('%s: %i', async (_, records, name, text) => {
  const db = openDatabase();
  await planImport(db, BATCH, { files: [new File([text], name)] }, () => {});
  await importStaged(db, await allStaged(db), at(5));
  await runTasks(db, at(6));
  expect(await db.papers.count()).toBe(records);
});
