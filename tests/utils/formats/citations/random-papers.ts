/** Papers of every type, with what makes citations hard. A seed gives the same papers again. */
import { seeded } from '@/tests/disturb';
import { PUBLICATION_TYPES } from '@/utils/paper/fields';
import type { ExportedPaper, NameParts } from '@/utils/paper/schema';
import { present } from '@/utils/present';

const list = (text: string) => text.split('|');

const COUNTS = [0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 20, 21, 22];
const PEOPLE = [
  'Ada Lovelace|Grace B. Hopper|E. W. Dijkstra|D.E. Knuth|John R R Tolkien|Jean-Luc Picard|Ming-yang Li|J. Doe',
  'Ludwig van Beethoven|Charles de la Vallée Poussin|Vincent van Gogh|Aristotle|Jane Smith-Jones|Wei Zhang',
  "Martin Luther King Jr.|Robert MacCallum III|Sammy Davis, Jr.|Conan O’Brien|Shannon O'Neil|Ng, Andrew Y.",
  'Łukasz Kaiser|Jürgen Müller|Đức Nguyễn|Øyvind Ås|Édouard Manet|Maria Garcia y Lopez|Lovelace, Ada|X. Y. Zed',
  '张三|李 四|山田 太郎|김 철수|Иван Петрович Иванов|Μαρία Παπαδοπούλου|محمد علي|דוד לוי',
].flatMap(list);
const GROUPS = list(
  'World Health Organization|DeepSeek-AI|Gemini Team and Google|ATLAS Collaboration|R&D Group',
);
const PARTS: Record<string, NameParts> = {
  'Ada Lovelace': { family: 'Lovelace', given: 'Ada' },
  'Vincent van Gogh': { family: 'Gogh', given: 'Vincent', particle: 'van' },
  'Conan O’Brien': { family: 'O’Brien', given: 'Conan' },
  'Martin Luther King Jr.': { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
  'Jean Paul de Gaulle': { family: 'Gaulle', given: 'Jean Paul', particle: 'de' },
  'Abu al-Haytham': { family: 'Haytham', given: 'Abu', particle: 'al-' },
  "Jean d'Alembert": { family: 'Alembert', given: 'Jean', particle: "d'" },
};

const WORDS =
  `attention is all you need deep learning for the classification of proteins with graph networks and a
  state-of-the-art model on large-scale data from in vitro to in vivo via BERT GPT-4 mRNA iPhone α-helices β x² 3D
  self-supervised don't we're Bayes's Schrödinger's R&D and/or e.g. U.S. vs. between under (in brackets) [sic] 100% C++
  über naïve`.split(/\s+/);
const OTHER_TITLES = [
  '深度学习的方法|機械学習入門。|Война и мир|مقدمة في التعلم|Περί ψυχής|딥러닝 소개|Über die Grundlagen|A|R|1984',
  'WHY DEEP LEARNING WORKS|Why Does It Work?|what is it good for!|Is it? Yes: it is|The end.|To be continued...|Etc.',
  'Q&A: 5 > 3?|P < 0.05 & other stories|A study of <b>tags</b>|The students’ view|Rock ’n’ roll|AT&T Inc.',
  'What it depends on|Up to the limit: a to z|On the of|“Why should I trust you?”: explaining any classifier',
].flatMap(list);
const VENUES = [
  'Nature|Journal of the American Chemical Society|The Lancet|Phys. Rev. Lett.|PLOS ONE|eLife|ICML|bioRxiv',
  'Advances in neural information processing systems|Proceedings of the 12th conference on x-rays|计算机学报',
  "Science & Technology|Zeitschrift für Physik|Proc. Natl. Acad. Sci. U.S.A.|Behaviour: a journal|Bird's eye|Is it?",
].flatMap(list);
const PUBLISHERS = list('Springer|MIT Press|John Wiley & Sons, Inc.|ACM|Zenodo|O’Reilly|U.S. Dept. of Labor');
const VOLUMES = list('1|12|30|2019|12-13|A12|abs/1706.03762|Special|IV');
const ISSUES = list('1|4|12|3-4|Suppl. 1|S2');
const PAGES = [
  '1-9|5998–6008|321-328|1496--1500|101-108|100-104|42|e12345|S12-S18|e1-e9|123-5|12-12|1, 5-7|xii-xx|115003',
  '10234-10256|71-72|12:1-12:20|2 pages|3-10|4071-4186',
].flatMap(list);
const DATES = list('2017-06-12|2020-05|1999|2024-12-31|1905-09-26|2021-07-01|2022-02|2003-05-09');
const DOIS = list('10.1000/182|10.1007/978-3-642-15618-2_19|10.1002/(sici)1097<1::aid>3.0.co;2-#');
const URLS = list('https://example.org/a_b?c=d&e=f|https://aclanthology.org/2020.acl-main.1/');

/** Met now and then, each hard in its own way. */
const RARE_WORDS = list(
  `"quoted words"|'single words'|“curly quotes”|‘inner words’|“a ‘nested’ one”|.NET|it's "odd"`,
);
const RARE_PEOPLE = list('J.-P. Serre|Bárány AL|राम शर्मा|Ấn Trần|JEAN DUPONT|Plato Jr.');

/** So many papers. */
export function randomPapers(seed: number, count: number): ExportedPaper[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => randomPaper(random, index));
}

function randomPaper(random: () => number, index: number): ExportedPaper {
  const chance = (share: number) => random() < share;
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const maybe = <T>(share: number, values: readonly T[]): T | undefined =>
    chance(share) ? one(values) : undefined;
  const name = () =>
    one(chance(0.06) ? GROUPS : chance(0.1) ? Object.keys(PARTS) : chance(0.001) ? RARE_PEOPLE : PEOPLE);
  const names = (length: number) => [...new Set(Array.from({ length }, name))];
  const many = (length: number) =>
    Array.from({ length }, (_, at) => `${one(['Ada', 'J. B.', 'Li'])} ${surname(at)}`);
  const count = chance(0.005) ? 3000 : one(COUNTS);
  return present<ExportedPaper>({
    id: `title:${index}`,
    title: chance(0.05) ? undefined : chance(0.3) ? one(OTHER_TITLES) : title(random),
    authors: count > 9 ? [...names(3), ...many(count)].slice(0, count) : names(count),
    nameParts: chance(0.8) ? PARTS : undefined,
    editors: chance(0.25) ? names(one([1, 2, 3, 7, 11])) : undefined,
    publishedAt: maybe(0.9, DATES),
    url: maybe(0.5, URLS),
    identifiers: present<Record<string, string>>({
      doi: maybe(0.5, DOIS),
      arxiv: maybe(0.2, ['1706.03762', 'hep-th/9711200']),
    }),
    type: maybe(0.95, PUBLICATION_TYPES),
    venue: maybe(0.8, VENUES),
    volume: chance(0.001) ? 'E98-D' : maybe(0.5, VOLUMES),
    issue: maybe(0.4, ISSUES),
    pages: maybe(0.6, PAGES),
    publisher: maybe(0.6, PUBLISHERS),
    organization: maybe(0.2, ['MIT', 'University of Cambridge']),
    tags: [],
    status: 'unread',
    starred: false,
    savedAt: '2026-01-01T00:00:00.000Z',
    edited: [],
    sources: [],
  });
}

/** One of very many surnames. */
function surname(place: number): string {
  const letters = [...String(place)].map((digit) => 'abdeilnorst'.charAt(Number(digit)));
  return `B${letters.join('')}`;
}

/** Words with an ending, and signs between them. */
function title(random: () => number): string {
  const length = 1 + Math.floor(random() * 12);
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)];
  const words = Array.from({ length }, () => one(WORDS));
  if (random() < 0.01) words.splice(Math.floor(random() * length), 1, one(RARE_WORDS));
  const text = words.map((word, at) => word + between(random(), at < length - 1)).join('');
  const first = random() < 0.7 ? text.charAt(0).toUpperCase() : text.charAt(0);
  return first + text.slice(1) + (random() < 0.15 ? '?' : random() < 0.05 ? '!' : '');
}

function between(draw: number, more: boolean): string {
  if (!more) return '';
  if (draw < 0.08) return ': ';
  if (draw < 0.12) return ' – ';
  if (draw < 0.15) return ', ';
  if (draw < 0.17) return '? ';
  return draw < 0.18 ? '—' : ' ';
}
