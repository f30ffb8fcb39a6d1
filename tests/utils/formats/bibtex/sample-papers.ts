/** Papers of the kinds that bibliographies trip over, for the tests of BibTeX and BibLaTeX. */
import { filePaper } from '@/tests/storage/papers';
import type { Entry } from '@/utils/formats/parts/format';
import type { ExportedPaper } from '@/utils/paper/schema';

/** An entry of a paper that has nothing but these fields. */
export function entryOf(key: string, fields: Partial<ExportedPaper>): Entry {
  return { key, paper: filePaper({ id: `title:${key}`, identifiers: {}, ...fields }) };
}

/** Complete in what styles ask for. */
export const SAMPLES: Entry[] = [
  entryOf('lamp2017light', {
    title: 'Light Is All You Need',
    authors: ['Ada Lamp', 'Bo Wick'],
    publishedAt: '2017-06-12',
    identifiers: { arxiv: '1706.03762' },
    url: 'https://arxiv.org/abs/1706.03762',
    primaryClass: 'cs.CL',
    type: 'preprint',
    abstract: 'We dim 100% of lamps\n\nand <b>save</b> energy & time.',
    tags: ['to read', 'a;b', 'x/y', '#1984', 'm,n'],
  }),
  entryOf('wick1997strings', {
    title: 'Strings of lamps',
    authors: ['Bo Wick'],
    publishedAt: '1997-11',
    identifiers: { arxiv: 'hep-th/9711200' },
    primaryClass: 'hep-th',
  }),
  entryOf('lamp2018dusk', {
    title: 'Dusk without labels',
    authors: ['Ada Lamp'],
    publishedAt: '2018-12',
    identifiers: { arxiv: '1801.00001' },
    venue: 'NeurIPS 2018',
    type: 'preprint',
  }),
  entryOf('bert', {
    title: 'BERT: Pre-training of mRNA Models with GPT-4, C# and 3D Vitamin A',
    authors: ['Carl von Ossietzky'],
    publishedAt: '2023',
    venue: 'Journal of Lamps & Wicks',
    type: 'article',
    volume: '12',
    issue: '3',
    pages: '1–19',
    publisher: 'Wiley and Sons',
    issn: ['2049-3630'],
    identifiers: { doi: '10.1007/978-3-642-15618-2_19' },
    url: 'https://doi.org/10.1007/978-3-642-15618-2_19',
  }),
  entryOf('bounds', {
    title: 'Bounds of $O(n^2)$ and α for ΛCDM at $5',
    authors: ['Iain MacCallum III', 'Martin Luther King Jr.'],
    publishedAt: '2021-02-03',
    identifiers: { arxiv: '2102.00001' },
  }),
  entryOf('specials', {
    title: '100% of H&M, C# _x {b} ~ \\ ^ "q" <unk> a|b $ }{',
    authors: ['World Health Organization', 'Gemini Team and Google', 'DeepSeek-AI'],
    publishedAt: '2020-01-05',
    url: 'https://lamps.example/a_b?x=%7E&y={1}#top~',
    type: 'report',
    organization: 'Lamps, Wicks and Sons',
    issue: '7',
  }),
  entryOf('strange', {
    title: 'A {S}trange {LSTM} and Schr\\"odinger’s H<sub>2</sub>O',
    authors: ['Ludwig van Beethoven', 'Charles de la Vallée Poussin', 'José García y Vega'],
    publishedAt: '1999-12',
    venue: 'Proceedings of the 3rd Conference on Lamps',
    type: 'conference',
    editors: ['Émile Zola', 'Åsa Öberg'],
    publisher: 'Lamp Press',
    pages: '10-20',
    isbn: ['978-0-00-000000-2'],
    identifiers: { doi: '10.1000/strange' },
  }),
  entryOf('scripts', {
    title: '深度学习 and Иванов: Ἀθῆναι — “quoted” 👩‍🔬',
    authors: ['张三', 'Иван Иванов', 'Aristotle', 'Łukasz Żółw', 'Nguyễn Văn Anh'],
    publishedAt: '2014',
    type: 'book',
    publisher: 'Sun & Moon',
    editors: ['Hermann Müller'],
    isbn: ['0-306-40615-2'],
  }),
  entryOf('thesis', {
    title: 'On Lamps',
    authors: ['Ada Lamp'],
    publishedAt: '2019',
    type: 'thesis',
    publisher: 'University of Lamps',
  }),
  entryOf('chapter', {
    title: 'Wicks of the World',
    authors: ['Bo Wick'],
    publishedAt: '2011',
    type: 'chapter',
    venue: 'Handbook of Lamps',
    publisher: 'Lamp Press',
    editors: ['Ada Lamp'],
    pages: '3-1–3-20',
  }),
  entryOf('edited', {
    title: 'Collected Lamps',
    editors: ['Ada Lamp'],
    publishedAt: '2001',
    type: 'book',
    publisher: 'Lamp Press',
  }),
  entryOf('data', {
    title: 'LampNet',
    authors: ['Ada Lamp'],
    publishedAt: '2022-04-30',
    type: 'dataset',
    publisher: 'Zenodo',
    identifiers: { doi: '10.5281/zenodo.1' },
  }),
  entryOf('soft', {
    title: 'lampkit 2.0',
    authors: ['Bo Wick'],
    publishedAt: '2022',
    type: 'software',
    url: 'https://code.example/lampkit',
  }),
  entryOf('booklet', { title: 'Lamps at Home', authors: ['Bo Wick'], publishedAt: '1988', type: 'book' }),
  entryOf('biorxiv', {
    title: 'Lamps of cells',
    authors: ['Bo Wick'],
    publishedAt: '2024-05',
    venue: 'bioRxiv',
    type: 'preprint',
    identifiers: { doi: '10.1101/2024.05.01.1' },
  }),
  entryOf('other', {
    title: 'A page about lamps',
    authors: ['others', 'Anne and Bob, Jr.'],
    publishedAt: '2020',
    url: 'https://lamps.example/',
    type: 'other',
  }),
];
