import { describe, expect, test } from 'vitest';
import { linesOf } from '@/utils/reading/copied-text/lines';
import { readLists } from '@/utils/reading/copied-text/lists-text';

const MOSS = 'Gauging moss on northern walls';
const BREAD = 'Does bread remember its oven? A survey of crusts';
const KITE = 'KiteNet: Learning to Fly From Two Lines';
const TEA = 'Tea and Thunder in Small Kitchens';

/** Title, authors and identifiers of each paper in a text. */
function read(text: string) {
  return readLists(linesOf(text)).map(({ title, authors, identifiers }) =>
    [
      title ?? '-',
      authors?.join('; ') ?? '-',
      ...Object.entries(identifiers)
        .map((one) => one.join(':'))
        .sort(),
    ].join(' | '),
  );
}

describe('results of Google Scholar', () => {
  test.each([
    [
      'with the names on a line of their own, and not',
      `${MOSS}
A Berg, B Cai, C Doe
Walls and Weather, 2021•Elsevier
We gauge the moss of every wall that faces north in one old town, and find that the …
Save Cite Cited by 120 Related articles All 7 versions
[PDF] ${BREAD}
D Eck, E Falk - arXiv preprint arXiv:2609.30021, 2026 - arxiv.org
Bread has long been said to remember. We ask nine loaves …
Save Cite Cited by 3 Related articles All 2 versions`,
      [`${MOSS} | A Berg; B Cai; C Doe`, `${BREAD} | D Eck; E Falk | arxiv:2609.30021`],
    ],
    [
      'with hosts, kinds and cut names',
      `About 120 results (0.05 sec)
[PDF] walls.example
${MOSS}
A Berg, B Cai, C Doe… - Advances in walls …, 2017 - walls.example
… Moss grows on walls. We gauge it with two rulers and a lamp, and do without any map of the town …
☆ Save ⁝⁝ Cite Cited by 120000 Related articles All 73 versions ⁝⁝⁝
[HTML][HTML] Deep ovens for slow loaves
D Eck, X Falk - … of the conference on loaves, 2016 - loaves.example
… We present a deep oven …
Save Cite Cited by 9000 Related articles
[BOOK][B] Kites and their owners: a history
G Hahn - 2019 - books.example
Save Cite Cited by 12 Related articles All 2 versions`,
      [
        `${MOSS} | A Berg; B Cai; C Doe`,
        'Deep ovens for slow loaves | D Eck; X Falk',
        'Kites and their owners: a history | G Hahn',
      ],
    ],
    [
      'in German',
      `Moos an nördlichen Mauern messen
A Berg, B Cai
Mauern, 2021•Springer
Wir messen das Moos jeder Mauer, die nach Norden zeigt, und finden …
Speichern Zitieren Zitiert von: 120 Ähnliche Artikel Alle 7 Versionen
[PDF] Tee, Regen und Donner
Q Ort
Küchen, 2020•kuechen.example
Speichern Zitieren`,
      ['Moos an nördlichen Mauern messen | A Berg; B Cai', 'Tee, Regen und Donner | Q Ort'],
    ],
    [
      'in Chinese, of which one was copied',
      `${MOSS}
A Berg, B Cai - Walls and Weather, 2021 - Elsevier
We gauge the moss of every wall …
保存 引用 被引用次数：120 相关文章 所有 7 个版本`,
      [`${MOSS} | A Berg; B Cai`],
    ],
    [
      'of one author’s profile',
      `TITLE
CITED BY
YEAR
${MOSS}
A Berg, B Cai, C Doe
Walls and Weather 12 (3), 45-51
120	2021
${BREAD}
D Eck, A Berg
arXiv preprint arXiv:2609.30021
3	2026`,
      [`${MOSS} | A Berg; B Cai; C Doe`, `${BREAD} | D Eck; A Berg | arxiv:2609.30021`],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('results of PubMed', () => {
  const papers = [
    `${MOSS} | Berg AL; Cai B; Doe C | doi:10.1234/walls.45 | pmid:31230001`,
    `${BREAD} | Eck D; Falk E | doi:10.1234/loaf.1 | pmid:31230002`,
  ];
  test.each([
    [
      'as they are shown',
      `1
Cite
Share
${MOSS}.
Berg AL, Cai B, Doe C.
Wall Med. 2026 Mar;12(3):45-51. doi: 10.1234/walls.45. Epub 2026 Jan 4.
PMID: 31230001 Free PMC article.
We gauged 412 walls and found that moss grows with …
Item in Clipboard
2
Cite
Share
${BREAD}.
Eck D, Falk E.
Loaf. 2025 Dec 1;7(2):1-9. doi: 10.1234/loaf.1.
PMID: 31230002
Review.
Item in Clipboard`,
    ],
    [
      'as a summary, whose lines are wrapped',
      `1: Berg AL, Cai B, Doe C. ${MOSS}. Wall Med. 2026
Mar;12(3):45-51. doi: 10.1234/walls.45. Epub 2026 Jan 4. PMID: 31230001.

2: Eck D, Falk E. Does bread remember its oven? A survey of
crusts. Loaf. 2025 Dec 1;7(2):1-9. doi: 10.1234/loaf.1. PMID: 31230002.`,
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(papers);
  });

  test('one alone', () => {
    const text = `${MOSS}.\nBerg AL, Cai B, Doe C.\nWall Med. 2026 Mar;12(3):45-51. doi: 10.1234/walls.45.\nPMID: 31230001`;
    expect(read(text)).toEqual(papers.slice(0, 1));
  });
});

describe('programmes and lists of accepted papers', () => {
  test.each([
    [
      'with names below',
      `Accepted papers\n${MOSS}\nAda Berg, Bo Cai and Cyra Doe\n${BREAD}\nDana Eck and Emil Falk\n${KITE}\nEmil Falk, Gitta Hahn, Ivo Jahn`,
      [
        `${MOSS} | Ada Berg; Bo Cai; Cyra Doe`,
        `${BREAD} | Dana Eck; Emil Falk`,
        `${KITE} | Emil Falk; Gitta Hahn; Ivo Jahn`,
      ],
    ],
    [
      'with times, sessions, breaks, a keynote, institutions and sponsors',
      `Programme
09:00 - 09:15
Welcome and opening remarks
Ada Berg (Chair)
09:15 - 10:00
Keynote: The future of walls and kites
Gitta Hahn, Wall University
Session 1: Walls (Chair: Ada Berg)
10:00 ${MOSS}
Ada Berg (Wall University); Bo Cai (Kite Institute)
10:20 ${BREAD}
Dana Eck (Oven School); Emil Falk (Oven School)
10:40 Coffee break
11:00 ${KITE}
Emil Falk (Oven School); Gitta Hahn (Wall University)
11:20 ${TEA}
Kira Lund (Kitchen)
Organising committee
Max Moe, Nia Nord
Sponsors
Wall Company
Kite Bank`,
      [
        `${MOSS} | Ada Berg; Bo Cai`,
        `${BREAD} | Dana Eck; Emil Falk`,
        `${KITE} | Emil Falk; Gitta Hahn`,
        `${TEA} | Kira Lund`,
      ],
    ],
    [
      'with names above, and gaps',
      `Ada Berg, Bo Cai\n\n${MOSS}\n\nDana Eck, Emil Falk\n\n${BREAD}\n\nEmil Falk, Gitta Hahn\n\n${KITE}`,
      [`${MOSS} | Ada Berg; Bo Cai`, `${BREAD} | Dana Eck; Emil Falk`, `${KITE} | Emil Falk; Gitta Hahn`],
    ],
    [
      'in one line each, with names behind',
      `1. ${MOSS} - Ada Berg, Bo Cai\n2. ${BREAD} - Dana Eck, Emil Falk\n3. ${TEA} - Kira Lund, Max Moe`,
      [`${MOSS} | Ada Berg; Bo Cai`, `${BREAD} | Dana Eck; Emil Falk`, `${TEA} | Kira Lund; Max Moe`],
    ],
    [
      'in one line each, with names before',
      `Ada Berg, Bo Cai: ${MOSS}\nDana Eck, Emil Falk: ${BREAD}\nGitta Hahn, Ivo Jahn: ${KITE}\nKira Lund: ${TEA}`,
      [
        `${MOSS} | Ada Berg; Bo Cai`,
        `${BREAD} | Dana Eck; Emil Falk`,
        `${KITE} | Gitta Hahn; Ivo Jahn`,
        `${TEA} | Kira Lund`,
      ],
    ],
    [
      'with numbers of the papers',
      `12	${MOSS}\nAda Berg, Bo Cai\n14	${BREAD}\nDana Eck, Emil Falk\n17	${TEA}\nKira Lund, Max Moe`,
      [`${MOSS} | Ada Berg; Bo Cai`, `${BREAD} | Dana Eck; Emil Falk`, `${TEA} | Kira Lund; Max Moe`],
    ],
    [
      'with a name a line, and DOIs',
      `${MOSS}\nAda Berg\n,\nBo Cai\nPages 1–10\nhttps://doi.org/10.1145/1234.1\n${BREAD}\nDana Eck\n,\nEmil Falk\nPages 11–20\nhttps://doi.org/10.1145/1234.2`,
      [
        `${MOSS} | Ada Berg; Bo Cai | doi:10.1145/1234.1`,
        `${BREAD} | Dana Eck; Emil Falk | doi:10.1145/1234.2`,
      ],
    ],
    [
      'in Chinese',
      '录用论文\n北墙苔藓的测量方法\n赵一，钱二，孙三\n面包如何记住它的烤箱\n李四，周五\n厨房里的茶与雷声研究\n吴六，郑七',
      [
        '北墙苔藓的测量方法 | 赵一; 钱二; 孙三',
        '面包如何记住它的烤箱 | 李四; 周五',
        '厨房里的茶与雷声研究 | 吴六; 郑七',
      ],
    ],
    [
      'of dblp, with venues behind the titles',
      `Ada Berg, Bo Cai:\n${MOSS}. WALL 2024: 1-9\nDana Eck, Emil Falk:\n${BREAD}. LOAF 2024: 10-19\nEmil Falk, Gitta Hahn:\n${KITE}. J. Kites 12(3): 45-51 (2024)`,
      [`${MOSS} | Ada Berg; Bo Cai`, `${BREAD} | Dana Eck; Emil Falk`, `${KITE} | Emil Falk; Gitta Hahn`],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('identifiers', () => {
  test('above the titles belong to what is below', () => {
    const text = `arXiv:2609.00021\n${MOSS}\nAda Berg, Bo Cai\narXiv:2609.00022\n${BREAD}\nDana Eck, Emil Falk\narXiv:2609.00023\n${KITE}\nGitta Hahn, Ivo Jahn`;
    expect(read(text).map((paper) => paper.slice(-10))).toEqual(['2609.00021', '2609.00022', '2609.00023']);
    expect(read(text)).toHaveLength(3);
  });

  test('of references among others without any are their own', () => {
    const text =
      '[1] 赵一，钱二. 北墙苔藓的测量[J]. 墙学报, 2024, 41(2): 68-77. DOI:10.1234/w.17.\n[2] 李四, 周五. 面包如何记住它的烤箱[J]. 食品, 2025, 7(2): 1-9.\n[3] 吴六, 郑七. 厨房里的茶与雷声[D]. 北京: 茶大学, 2023. doi:10.1234/t.5';
    expect(readLists(linesOf(text)).map(({ identifiers }) => identifiers.doi)).toContain('10.1234/t.5');
    expect(read(text).filter((paper) => paper.includes('烤箱') && paper.includes('doi'))).toEqual([]);
  });

  test('of wrapped references stand with their titles', () => {
    const text = `[1] Ada Berg and Bo Cai. Who gauges the moss? Habits of two
towns. In Proceedings of WALL 2024, pages 1–9, 2024. doi:
10.1234/wall.2
[2] Cyra Doe. How long does tea stay warm? A count of cups. Jour-
nal of Kitchens, 12(3), 2023. doi:10.1234/tea.7
[3] Dana Eck, Emil Falk, and Gitta Hahn. KiteNet: Learning to fly
from two lines. arXiv preprint arXiv:2609.30023, 2026.`;
    expect(read(text)).toEqual([
      'Who gauges the moss? Habits of two towns | Ada Berg; Bo Cai | doi:10.1234/wall.2',
      'How long does tea stay warm? A count of cups | Cyra Doe | doi:10.1234/tea.7',
      'KiteNet: Learning to fly from two lines | Dana Eck; Emil Falk; Gitta Hahn | arxiv:2609.30023',
    ]);
  });

  test('in the margin of a first page are those of its paper', () => {
    const text = `arXiv:2609.30024v1 [cs.CL] 3 Sep 2026\nGauging Moss on Northern and on\nSouthern Walls\nAda Berg1, Bo Cai2, and Cyra Doe1\n1Wall University 2Kite Institute\nAbstract\nWe gauge the moss of every wall that faces north or south in one old town, with two rulers.\n1 Introduction\nMoss grows on walls.`;
    expect(read(text)).toEqual([
      'Gauging Moss on Northern and on Southern Walls | Ada Berg; Bo Cai; Cyra Doe | arxiv:2609.30024',
    ]);
  });
});

test.each([
  [
    'a shop',
    'LED Lantern for Garden and Terrace, 3 Pieces\nPhilips, Osram\n€ 19.99\nSolar Lamp with Motion Sensor for Outdoors\nGrundig, Bosch\n€ 29.99\nDesk Lamp with Touch Dimmer and USB Port\nAnker, Xiaomi\n€ 39.99',
  ],
  [
    'a committee',
    'General Chairs\nAda Berg, Wall University\nBo Cai, Kite Institute\nProgramme Chairs for Walls and Kites\nCyra Doe, Dana Eck\nPublicity and Web Chairs of the Conference\nEmil Falk, Gitta Hahn\nFinances\nIvo Jahn, Kira Lund',
  ],
  [
    'a forum',
    'How do I gauge the moss on a wall?\nAda Berg\n3 hours ago\nHas anyone tried this?\nRe: How do I gauge the moss on a wall?\nBo Cai\n2 hours ago\nWhat kite should I buy this year?\nCyra Doe\n1 hour ago',
  ],
  [
    'news',
    'Council votes for new kites on the hill\nBy Ada Berg\n3 May 2026\nStorm leaves nine walls without moss\nBy Cyra Doe\n2 May 2026\nBakery gets a third oven and a new name\nBy Gitta Hahn\n1 May 2026',
  ],
  [
    'a mail',
    'Dear all,\nthank you for coming on Monday. Ada Berg, Bo Cai and Cyra Doe will look at the walls.\nNext steps for the wall project\nDana Eck, Emil Falk: timetable\nSee you on 3 May 2026\nAda',
  ],
])('%s has no papers', (_, text) => {
  expect(read(text)).toEqual([]);
});
