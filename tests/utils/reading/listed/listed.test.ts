// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { collect } from '@/utils/reading/collect/collect';
import { listedOn } from '@/utils/reading/listed/listed';
import { parse } from '../sites/read-fixture';

const htmlIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.html'));
const LISTS = 'tests/fixtures/listed';
const OTHERS = 'tests/fixtures/no-papers';

async function listed(html: string) {
  return (await listedOn(parse(html), async () => {})).papers;
}

describe('a list of papers', () => {
  test.each(htmlIn(LISTS))('%s is read as a person sees it', async (name) => {
    const { papers } = JSON.parse(readFileSync(`${LISTS}/${name.replace('html', 'json')}`, 'utf8'));
    const html = readFileSync(`${LISTS}/${name}`, 'utf8');
    const found = await collect(parse(html), new URL('https://example.org/'), async () => {});
    expect(found.map(({ title, authors }) => ({ title, authors }))).toEqual(papers);
    expect(found.some(({ unsure }) => unsure)).toBe(false);
  });
});

describe('a page without papers', () => {
  test.each(htmlIn(OTHERS))('%s has none that is chosen', async (name) => {
    const found = await listed(readFileSync(`${OTHERS}/${name}`, 'utf8'));
    expect(found.filter(({ unsure }) => !unsure).map(({ title }) => title)).toEqual([]);
  });
});

test('a long menu has no papers', async () => {
  const makes = ['Wool', 'Folding', 'Solar', 'Enamel', 'Brass', 'Cotton', 'Rechargeable'];
  const goods = [
    'Wicks for Old Lanterns',
    'Home and Garden',
    'Tables and Chairs for Two',
    'Lamps and Lights',
  ];
  const entries = Array.from({ length: 500 }, (_, index) => {
    const name = `${makes[index % makes.length]} ${goods[index % goods.length]} ${index}`;
    return `<li><a href="/c/${index}">${name}</a></li>`;
  });
  expect(await listed(`<ul>${entries.join('')}</ul>`)).toEqual([]);
});

test('two with PDFs of their own are papers', async () => {
  const entry = (n: number) =>
    `<div><b><a href="${n}.pdf">Counting Lanterns of Harbour ${n}</a></b> Ada Berg, Bo Cai</div>`;
  expect((await listed(entry(1) + entry(2))).map(({ unsure }) => unsure)).toEqual([false, false]);
});

test('of two, one may have a single author: neither gets the names of the other', async () => {
  const entry = (n: number, title: string, names: string) =>
    `<div class="talk"><i>1${n}:45 - 1${n}:55</i> <b><a href="p${n}.pdf">${title}</a></b> <span>${names}</span></div>`;
  const page =
    entry(0, 'Counting Wicks From Moored Barges', 'Ada Berg (Quay University)*; Bo Cai (Pier Labs)') +
    entry(1, 'Do Herons Prefer Still Water? A Winter Study', 'Dana Eck (Quay University)*') +
    '<div class="talk"><i>12:45 - 12:55</i> <b>Sponsor talk</b></div>';
  const found = await listed(`<title>QUAY - Program</title><h2>Session 1</h2>${page}`);
  expect(found.map(({ title, authors, unsure }) => [title, authors, unsure])).toEqual([
    ['Counting Wicks From Moored Barges', ['Ada Berg', 'Bo Cai'], false],
    ['Do Herons Prefer Still Water? A Winter Study', ['Dana Eck'], false],
  ]);
});

test('talks that say that they are keynotes are no papers', async () => {
  const entry = (title: string) => `<li><b>${title}</b><br>Ada Berg, Bo Cai</li>`;
  const titles = [
    'Counting Lanterns in Fog',
    'Invited talk: Lamps of the Old Harbour',
    'Trimming Wicks at Night',
    'Foxes and Their Dim Streets',
  ];
  const found = await listed(`<h1>Programme</h1><ul>${titles.map(entry).join('')}</ul>`);
  expect(found.map(({ title }) => title)).toEqual(titles.filter((title) => !title.startsWith('Invited')));
});

test('the chair of a session does not make its first paper a talk, but welcomes and chairs are none', async () => {
  const rows = [
    'Welcome and opening of the evening',
    'Ada Berg (Chair)',
    'Session 1: Lanterns (Chair: Bo Cai)',
    'Counting Lanterns in Fog',
    'Ada Berg, Bo Cai',
    'Trimming Wicks at Night',
    'Cyra Doe, Dana Eck',
    'Foxes and Their Dim Streets',
    'Emil Falk, Gitta Hahn',
  ];
  const found = await listed(`<h1>Programme</h1>${rows.map((row) => `<p>${row}</p>`).join('')}`);
  expect(found.map(({ title }) => title)).toEqual([rows[3], rows[5], rows[7]]);
});

test('where most entries have their names, there are the names of all', async () => {
  const entry = (names: string, index: number) =>
    `<tr><td>Counting Lanterns of Harbour ${index}</td><td>${names}</td></tr>`;
  const names = [
    'Ada Berg, Bo Cai',
    'cyra doe, emil falk',
    'Ivo Jahn, nora oss',
    'Per Quist, Ulla Moe',
    'Kira Lund, Vik Sund',
  ];
  const found = await listed(`<h1>Papers</h1><table>${names.map(entry).join('')}</table>`);
  expect(found.map(({ authors }) => authors.join(', '))).toEqual(names);
});
