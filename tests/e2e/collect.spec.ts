import { writeFile } from 'node:fs/promises';
import { until } from '@/scripts/lib/until.mjs';
import { ONLY_LONG } from '@/tests/long';
import { ExportFile } from '@/utils/paper/schema';
import { collectOn, dismiss, openServed } from './collect-on';
import { expect, exportedJson, test } from './offprint';

const AWESOME = 'https://github.com/lanterns/awesome-lanterns';
const LIST = `<!doctype html><title>Awesome lanterns</title><main><article><h1>Awesome lanterns</h1><ul>
<li><a href="https://arxiv.org/abs/2609.00001v2">Lanterns over a quiet harbour</a> - where it began</li>
<li><strong>Salt and silence in winter</strong>. [<a href="https://arxiv.org/pdf/2609.00002.pdf">paper</a>]</li>
<li>Foxes at the edge of town <a href="https://openreview.net/forum?id=f0xEs2026a">[OpenReview]</a></li>
</ul></article></main>`;
const PAPER = 'https://journal.example/articles/17';
const SINGLE = `<!doctype html><title>Journal</title>
<meta name="citation_title" content="Salt and silence in winter">
<meta name="citation_author" content="Author, Ada"><meta name="citation_publication_date" content="2026/09/03">
<meta name="citation_doi" content="10.1234/salt.17"><meta name="citation_arxiv_id" content="2609.00002">
<h1>Salt and silence in winter</h1><a href="https://arxiv.org/abs/2601.00009">A paper it cites</a>`;
const PDF = 'https://arxiv.org/pdf/2609.00003';

test('collects what a page links to: choose, edit a title, save; the second time it is all known', async ({
  offprint: { context, extensionId, openPanel },
}) => {
  const page = await openServed(context, AWESOME, LIST);
  const popup = await collectOn(context, extensionId, page);
  expect(await popup.text()).toContain('3 papers · 3 new');
  await popup.evaluate(`document.querySelectorAll('.choices input')[2].click()`);
  await popup.press('Edit the title: Salt and silence in winter');
  await popup.evaluate(`{
    const field = document.querySelector('.choices textarea');
    field.value = 'Salt and silence, with my own title';
    field.blur();
  }`);
  await until(async () => (await popup.text()).includes('with my own title'), 'the title was not edited');
  await popup.press('Save 2 papers');
  await until(async () => (await popup.text()).includes('Imported: 2 new'), 'it was not saved');
  await popup.press('Look again');
  await until(async () => (await popup.text()).includes('2 unchanged'), 'what is saved is not known');
  expect(await popup.text()).toContain('you have it already');
  await dismiss(popup);

  const panel = await openPanel();
  const { papers } = ExportFile.parse(await exportedJson(panel));
  expect(papers.map(({ id, title, edited }) => ({ id, title, edited }))).toEqual([
    { id: 'arxiv:2609.00001', title: 'Lanterns over a quiet harbour', edited: [] },
    { id: 'arxiv:2609.00002', title: 'Salt and silence, with my own title', edited: ['title'] },
  ]);
  expect(papers[0]?.sources).toMatchObject([{ site: 'web', url: AWESOME }]);
});

test('reads the one paper that a page is about, and a PDF by its address', async ({
  offprint: { context, extensionId, openPanel },
}) => {
  const popup = await collectOn(context, extensionId, await openServed(context, PAPER, SINGLE));
  expect(await popup.text()).toContain('1 paper · 1 new');
  await popup.press('Save 1 paper');
  await until(async () => (await popup.text()).includes('Imported: 1 new'), 'it was not saved');
  await dismiss(popup);

  const pdf = await collectOn(
    context,
    extensionId,
    await openServed(context, PDF, '%PDF-1.4', 'application/pdf'),
  );
  await pdf.press('Save 1 paper');
  await until(async () => (await pdf.text()).includes('Imported: 1 new'), 'the PDF was not saved');
  await dismiss(pdf);

  const { papers } = ExportFile.parse(await exportedJson(await openPanel()));
  expect(
    papers.map(({ id, title, identifiers, publishedAt, authors }) => [
      id,
      title,
      identifiers,
      publishedAt,
      authors,
    ]),
  ).toEqual([
    [
      'arxiv:2609.00002',
      'Salt and silence in winter',
      { arxiv: '2609.00002', doi: '10.1234/salt.17' },
      '2026-09-03',
      ['Ada Author'],
    ],
    ['arxiv:2609.00003', undefined, { arxiv: '2609.00003' }, undefined, []],
  ]);
});

test('says what to do where it may not look, and when there is nothing', async ({
  offprint: { context, extensionId, openPanel },
}) => {
  const panel = await openPanel();
  await panel.getByRole('button', { name: 'Collect' }).click();
  await expect(panel.getByRole('alert')).toContainText('may not look into this page');

  const page = await openServed(context, 'https://empty.example/', '<!doctype html><h1>Nothing here</h1>');
  const popup = await collectOn(context, extensionId, page);
  expect(await popup.text()).toContain('No papers found');
});

test(
  'a page that grows for ever is read so far, and its papers are found',
  ONLY_LONG,
  async ({ offprint: { context, extensionId } }) => {
    const page = await openServed(
      context,
      AWESOME,
      `${LIST}<section></section><script>
      const more = '<i></i>'.repeat(20000);
      setInterval(() => document.querySelector('section').insertAdjacentHTML('beforeend', more));
    </script>`,
    );
    const popup = await collectOn(context, extensionId, page);
    await until(async () => (await popup.text()).includes('3 papers · 3 new'), 'it is never read to its end');
  },
);

test('a saved page is read by its site, and nothing of it runs or loads', async ({
  offprint: { context, openPanel },
}, info) => {
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const path = info.outputPath('saved.html');
  const hostile = `<script>document.title = 'ran'; fetch('https://evil.example/a')</script>
    <img src="https://evil.example/b" onerror="alert(1)"><link rel="stylesheet" href="https://evil.example/c">`;
  await writeFile(
    path,
    `<!doctype html><!-- saved from url=(0034)${AWESOME} --><html><head>${hostile}</head><body>${LIST}${hostile}</body></html>`,
  );
  const panel = await openPanel();
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await panel.locator('input[type=file]').setInputFiles(path);
  await expect(panel.getByRole('status')).toHaveText('3 papers · 3 new');
  await panel.getByRole('button', { name: 'Import 3 papers' }).click();
  await expect(panel.getByRole('status')).toContainText('Imported: 3 new');
  expect(requests.filter((url) => !url.startsWith('chrome-extension:'))).toEqual([]);
  expect(await panel.title()).not.toBe('ran');
});

test('copied text gives its papers back, with the year that the user sets', async ({
  offprint: { openPanel },
}) => {
  const panel = await openPanel();
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  const abstract =
    'Wicks burn unevenly, and nobody has said why. We watch four hundred lanterns over one winter and find that the oil matters less than the draught, in every harbour we visited. ';
  await panel
    .getByLabel('Or paste or drop text')
    .fill(
      [1, 2]
        .map(
          (number) =>
            `Paper number ${number} on the burning of wicks\n\n${abstract.repeat(2)}\n\n• 3 authors\n·\nSep ${number}\n`,
        )
        .join('\n'),
    );
  await panel.getByRole('button', { name: 'Read this text' }).click();
  await expect(panel.getByRole('status')).toHaveText('2 papers · 2 new');
  const year = panel.getByLabel('Year of dates printed without one');
  await expect(year).toHaveValue(String(new Date().getUTCFullYear()));
  await year.fill('2024');
  await year.press('Tab');
  await expect(panel.getByText('2024 · new')).toHaveCount(2);
  await panel.getByRole('button', { name: 'Import 2 papers' }).click();
  await expect(panel.getByRole('status')).toContainText('Imported: 2 new');
  const { papers } = ExportFile.parse(await exportedJson(panel));
  expect(
    papers.map(({ publishedAt, publishedAtInferred, authorCount }) => [
      publishedAt,
      publishedAtInferred,
      authorCount,
    ]),
  ).toEqual([
    ['2024-09-01', true, 3],
    ['2024-09-02', true, 3],
  ]);
});
