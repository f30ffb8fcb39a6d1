/** Reading whole pages as the content script does. For tests that run in happy-dom. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { PaperCard } from '@/utils/paper/schema';
import { openPage, readCard } from '@/utils/reading/sites/read-page';
import type { Site } from '@/utils/reading/sites/site';

/** The day on which fixtures are read. */
export const TODAY = '2026-10-02';

/** A page in `tests/fixtures/<site>/`: its first line is a comment with its address. */
export interface Fixture {
  name: string;
  html: string;
  address: string;
  /** What its cards say, in order; undefined if nobody wrote that down. */
  expected: PaperCard[] | undefined;
}

export function fixturesOf(site: Site): Fixture[] {
  const folder = `tests/fixtures/${site.id}`;
  const pages = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
  return pages.map((name) => {
    const html = readFileSync(`${folder}/${name}`, 'utf8');
    const answer = `${folder}/${name.replace(/html$/, 'expected.json')}`;
    return {
      name,
      html,
      address: /^<!--\s*(\S+)\s*-->/.exec(html)?.[1] ?? '',
      expected: existsSync(answer) ? JSON.parse(readFileSync(answer, 'utf8')) : undefined,
    };
  });
}

export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The cards of a page that can be read, in order. */
export function readPage(site: Site, html: string | Document, address: string): PaperCard[] {
  const document = typeof html === 'string' ? parse(html) : html;
  const page = openPage(site, document, new URL(address), TODAY);
  return [...document.querySelectorAll(site.card)]
    .map((card) => readCard(site, card, page, complain))
    .filter((card) => card !== undefined);
}

/** No page here may break a reader. */
export function complain(_: string, error: unknown): never {
  throw error;
}

/** A card without the note which of its fields were embedded. */
export function withoutEmbedded({ embedded: _, ...card }: PaperCard): PaperCard {
  return card;
}
