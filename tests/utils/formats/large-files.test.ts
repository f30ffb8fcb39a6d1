/** Files of very many records, in each format that is read: how far reading is, is told all along. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { filePaper } from '@/tests/storage/papers';
import { FORMATS, IMPORT_FORMATS } from '@/utils/formats';
import { SourceFile, sourceOfText } from '@/utils/formats/parts/source-file';
import { CONTEXT } from './context';
import { written } from './written';

const MANY = 3000;
const each = <T>(make: (index: number) => T): T[] => Array.from({ length: MANY }, (_, index) => make(index));
const title = (index: number) => `Lanterns over a quiet harbour, part ${index}`;
const PAPERS = each((index) =>
  filePaper({ id: `doi:10.1000/lamp.${index}`, title: title(index), tags: ['oil'] }),
);

/** Written by ourselves, where we write the format. */
async function ours(id: string): Promise<SourceFile> {
  const format = FORMATS.find((one) => one.id === id);
  const entries = PAPERS.map((paper, index) => ({ paper, key: `lamp${index}` }));
  return sourceOfText(await written((await format?.load()) ?? {}, entries, {}, 500));
}

const FILES: Record<string, () => SourceFile | Promise<SourceFile>> = {
  nbib: () => sourceOfText(each((index) => `PMID- ${index + 1}\nTI  - ${title(index)}\n\n`).join('')),
  'web-of-science': () =>
    sourceOfText(`FN x\nVR 1.0\n${each((index) => `PT J\nTI ${title(index)}\nER\n\n`).join('')}`),
  endnote: () =>
    sourceOfText(each((index) => `%0 Journal Article\n%T ${title(index)}\n%A Glas\n\n`).join('')),
  'endnote-xml': () =>
    sourceOfText(
      `<xml><records>${each((index) => `<record><titles><title>${title(index)}</title></titles></record>\n`).join('')}</records></xml>`,
    ),
  'id-list': () => sourceOfText(each((index) => `10.1000/lamp.${index}\n`).join('')),
  papermemory: () =>
    sourceOfText(
      JSON.stringify(
        Object.fromEntries(each((index) => [`a${index}`, `@misc{a${index}, title={${title(index)}}}`])),
      ),
    ),
  'daily-papers': () =>
    sourceOfText(
      JSON.stringify(
        each((index) => ({ paper: { id: `2601.${10_000 + index}`, title: title(index), summary: 'A' } })),
      ),
    ),
  'markdown-notes': () =>
    new SourceFile(
      zipSync(
        Object.fromEntries(
          PAPERS.map(({ title: name }, index) => [
            `${index}.md`,
            new TextEncoder().encode(`---\ntitle: ${name}\ndoi: 10.1000/${index}\n---\n`),
          ]),
        ),
      ),
    ),
};
/** Texts that a person copied are never long. */
const SHORT = ['copied-text'];

test.each(IMPORT_FORMATS.filter(({ id }) => !SHORT.includes(id)).map(({ id, load }) => ({ id, load })))(
  '$id tells how far it is, without a pause',
  async ({ id, load }) => {
    const file = await (FILES[id] ?? (() => ours(id)))();
    const { read } = await load();
    const shares: number[] = [];
    const reading = await read?.(file, { ...CONTEXT, onShare: (share) => shares.push(share) });
    expect((reading?.entries ?? reading?.papers)?.length).toBe(MANY);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const gaps = [...shares, 1].map((share, index) => share - (shares[index - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(0.06);
  },
);
