/** citeproc-js with the official styles, where they are installed (Debian: citation-style-language-styles, -locales). */
import { existsSync, readFileSync } from 'node:fs';
import type { CslItem } from '@/utils/formats/parts/csl-item';

const OFFICIAL = '/usr/share/citation-style-language';
const FILES: Record<string, string> = {
  apa: 'apa',
  mla: 'modern-language-association',
  chicago: 'chicago-author-date',
  ieee: 'ieee',
  vancouver: 'vancouver',
};

export const isJudgeHere = Object.values(FILES).every((file) => existsSync(`${OFFICIAL}/styles/${file}.csl`));

interface Engine {
  updateItems(ids: readonly string[]): void;
  makeBibliography(): [unknown, string[]];
  setOutputFormat(format: 'html'): void;
}

/** What citeproc makes of each item alone, as HTML with `<i>`. */
export async function judged(style: string, items: readonly CslItem[]): Promise<string[]> {
  // @ts-expect-error It has no types.
  const { default: citeproc } = await import('citeproc');
  const locale = readFileSync(`${OFFICIAL}/locales/locales-en-US.xml`, 'utf8');
  const known = new Map(items.map((item, index) => [String(index), withoutOthers(item, index)]));
  const system = { retrieveLocale: () => locale, retrieveItem: (id: string) => known.get(id) };
  const csl = readFileSync(`${OFFICIAL}/styles/${FILES[style]}.csl`, 'utf8');
  const engine: Engine = new citeproc.Engine(system, csl, 'en-US', true);
  engine.setOutputFormat('html');
  return [...known.keys()].map((id) => {
    engine.updateItems([id]);
    return bare(engine.makeBibliography()[1][0] ?? '');
  });
}

/** What is no part of a citation would only be read for hints (`note`). */
function withoutOthers(item: CslItem, index: number): CslItem {
  const { note, abstract, keyword, ...others } = item;
  return { ...others, id: String(index) };
}

/** Without the number in front and the elements around. */
function bare(html: string): string {
  return html
    .replace(/<div class="csl-left-margin">.*?<\/div>/s, '')
    .replace(/<\/?div[^>]*>/g, '')
    .trim();
}

/** HTML in one spelling: entities as characters, spaces as one. */
export function comparable(html: string): string {
  return html
    .replace(/<\/i>(\s*)<i>/g, '$1')
    .replace(/<su[pb]>(.)<\/su[pb]>/g, (_, digit) => digit)
    .normalize('NFKC')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
