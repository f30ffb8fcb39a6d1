/** Each file is read in its own format, whatever others could find in it. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { IMPORT_FORMATS } from '@/utils/formats';
import { SourceFile } from '@/utils/formats/parts/source-file';

const bibtex = '@article{a, title={A}, doi={10.1000/a}}';
const memory = { a: { id: 'a', title: 'A', bibtex, pdfLink: '', addDate: '' } };
const note = `---\ntitle: A\ndoi: 10.1000/a\n---\n\`\`\`bibtex\n${bibtex}\n\`\`\`\n`;
const clip = '---\ntitle: A\nsource: https://a.example\nauthor:\n  - "[[B]]"\n---\nText.\n';

test.each<[string, string, string | Uint8Array]>([
  ['papermemory', 'a.json', JSON.stringify({ ...memory, __dataVersion: 508 })],
  ['papermemory', 'a.json', JSON.stringify({ a: bibtex })],
  ['papermemory', 'a.json', '["https://arxiv.org/abs/2601.00001"]'],
  ['daily-papers', 'a.json', '[{"paper":{"id":"2601.00001","title":"A","summary":"B"}}]'],
  ['json', 'a.json', '{"format":"offprint-library","version":2,"papers":[]}'],
  ['bibtex', 'a.bib', bibtex],
  ['csv', 'a.csv', 'Title,DOI\nA,10.1000/a\n'],
  ['csv', '', 'Title\tDOI\nA\t10.1000/a\n'],
  ['csv', 'a.csv', 'a,b\nc,d\n'],
  ['markdown-notes', 'a.md', note],
  ['markdown-notes', '', clip],
  ['markdown-notes', 'a.zip', zipSync({ 'a.md': new TextEncoder().encode(note) })],
  ['markdown', 'a.md', '- [A](https://doi.org/10.1000/a)  \n  B. *C*, 2026\n'],
  ['copied-text', 'a.md', '- [A](https://doi.org/10.1000/a)\n- [B](https://doi.org/10.1000/b)\n'],
  ['id-list', 'a.txt', '10.1000/a\n10.1000/b\n'],
  ['id-list', 'a.csv', '10.1000/a\n10.1000/b\n'],
  ['id-list', '', '1706.03762'],
  [
    'endnote-xml',
    'a.xml',
    '<xml><records><record><titles><title>A</title></titles></record></records></xml>',
  ],
  ['copied-text', 'a.txt', 'Lanterns\n10.1000/a\n'],
  ['copied-text', '', 'Good morning'],
])('%s reads %s', async (id, name, content) => {
  const file = new SourceFile(
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
    name,
  );
  for (const format of IMPORT_FORMATS) {
    const reading = await (await format.load()).read?.(file, { today: '2026-11-28' });
    if (!reading) continue;
    expect(format.id).toBe(id);
    return;
  }
  throw new Error('no format reads it');
});
