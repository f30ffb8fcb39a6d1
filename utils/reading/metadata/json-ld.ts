/**
 * Reads the paper from a page's JSON-LD (https://schema.org/ScholarlyArticle) or from IEEE Xplore's script data.
 */
import { queryAll, textOf } from '../dom';
import { list, record } from '../loose-json';
import { type StatedFields, statedFields } from './stated-fields';

/** Limits against hostile pages; `length` is per script, in UTF-16 units. */
const MAX = { scripts: 50, length: 2_000_000, nodes: 5000 };

const SCHOLARLY = /^(?:Medical)?ScholarlyArticle$|^Thesis$/;
/** Types that blogs, manuals and shops use too; they count as papers only with a DOI. */
const PERHAPS = /^(?:Article|Report|Chapter|TechArticle|CreativeWork|Book)$/;

/**
 * The paper that the page's JSON-LD is about. If it describes several, the one with one of the given addresses;
 * undefined if there is none. Cited works and parts are ignored.
 */
export function jsonLd(document: Document, addresses: readonly string[]): StatedFields | undefined {
  const { nodes, byId } = nodesOf(document);
  const papers = nodes.flatMap((node) => {
    const types = typesOf(node);
    const certain = types.some((type) => SCHOLARLY.test(type));
    if (!certain && !types.some((type) => PERHAPS.test(type))) return [];
    const stated = read(node, byId);
    return stated.title && (certain || 'doi' in stated.identifiers) ? [{ node, stated }] : [];
  });
  const titles = new Set(papers.map(({ stated }) => stated.title));
  if (titles.size <= 1) return papers[0]?.stated;
  const own = papers.filter(({ node }) =>
    [node.url, node['@id'], node.mainEntityOfPage, record(node.mainEntityOfPage)['@id']].some(
      (address) => typeof address === 'string' && addresses.includes(address.replace(/#.*$/s, '')),
    ),
  );
  return own[0]?.stated;
}

const IEEE_DATA = /xplGlobal\.document\.metadata\s{0,9}=/;

/**
 * The paper in the data that IEEE Xplore assigns on one line of a script (2026-10). Its pages lack the usual tags.
 */
export function ieeeData(document: Document): StatedFields | undefined {
  for (const script of queryAll(document, 'script:not([src])').slice(0, 200)) {
    const [, assigned = ''] = scriptText(script).split(IEEE_DATA, 2);
    const [line = ''] = assigned.split('\n', 1);
    const data = record(parsed(line.trim().replace(/;$/, '')));
    if (typeof data.title !== 'string') continue;
    return statedFields({
      titles: strings(data.title),
      abstracts: strings(data.abstract),
      descriptions: [],
      authors: list(data.authors).flatMap((author) => strings(record(author).name)),
      days: [data.onlineDate, data.publicationDate, data.publicationYear].flatMap(strings),
      venues: strings(data.publicationTitle),
      identifiers: [
        ...strings(data.doi).map((value): [string, string] => ['doi', value]),
        ...strings(data.articleNumber).map((value): [string, string] => ['ieee', value]),
      ],
    });
  }
  return undefined;
}

type Node = Record<string, unknown>;

/** All JSON-LD nodes, including those in lists, in `@graph` and in what a page says it is about. */
function nodesOf(document: Document): { nodes: Node[]; byId: ReadonlyMap<unknown, Node> } {
  const scripts = queryAll(document, 'script[type="application/ld+json" i]').slice(0, MAX.scripts);
  const waiting: unknown[] = scripts.map((script) => parsed(scriptText(script)));
  const nodes: Node[] = [];
  const byId = new Map<unknown, Node>();
  for (let index = 0; index < waiting.length && index < MAX.nodes; index++) {
    const value = waiting[index];
    const inside = Array.isArray(value)
      ? value
      : [record(value)['@graph'], record(value).mainEntity, record(value).mainEntityOfPage];
    const room = MAX.nodes - waiting.length;
    waiting.push(
      ...inside.filter((one) => typeof one === 'object' && one !== null).slice(0, Math.max(0, room)),
    );
    if (Array.isArray(value)) continue;
    const node = record(value);
    nodes.push(node);
    if (typeof node['@id'] === 'string' && !byId.has(node['@id'])) byId.set(node['@id'], node);
  }
  return { nodes, byId };
}

function read(node: Node, byId: ReadonlyMap<unknown, Node>): StatedFields {
  const about = (value: unknown): unknown => byId.get(record(value)['@id']) ?? value;
  const people = [node.author ?? node.creator].flat().slice(0, 5000).map(about);
  return statedFields({
    titles: longer(strings(node.headline), strings(node.name)),
    abstracts: strings(node.abstract),
    descriptions: strings(node.description),
    authors: people.flatMap(nameOf),
    days: [node.datePublished, node.dateCreated].flatMap(strings),
    venues: venuesOf(about(node.isPartOf), about),
    identifiers: [
      ...[node.doi].flatMap(strings).map((value): [string, string] => ['doi', value]),
      ...[node.identifier, node.sameAs, node['@id'], node.url]
        .flat()
        .slice(0, 100)
        .flatMap((one) => strings(typeof one === 'object' ? record(one).value : one))
        .map((value): [string, string] => ['any', value]),
    ],
  });
}

/** Headlines are often cut at 110 characters. A name that continues the headline is the full title. */
function longer(headlines: string[], names: string[]): string[] {
  const [headline, name] = [headlines[0]?.replace(/(?:…|\.\.\.)$/, '').trim(), names[0]];
  return headline && name?.startsWith(headline) && headline !== headlines[0]
    ? names
    : [...headlines, ...names];
}

function nameOf(person: unknown): string[] {
  if (typeof person === 'string') return strings(person);
  const { name, givenName, familyName } = record(person);
  const whole = [givenName, familyName].flatMap(strings).join(' ');
  return strings(name).length > 0 ? strings([name].flat()[0]) : strings(whole);
}

/**
 * An issue is part of a volume, which is part of a journal. The outermost one with a name is the venue, so it
 * comes first.
 */
function venuesOf(part: unknown, about: (value: unknown) => unknown): string[] {
  const names: string[] = [];
  for (let depth = 0, one = [part].flat()[0]; one && depth < 5; depth++) {
    if (typeof one === 'string') return [one, ...names];
    if (!typesOf(record(one)).some((type) => /^WebSite$|^WebPage$|^Collection/.test(type)))
      names.unshift(...strings(record(one).name).slice(0, 1));
    one = about([record(one).isPartOf].flat()[0]);
  }
  return names;
}

function typesOf(node: Node): string[] {
  return [node['@type']].flat().flatMap((type) => strings(type).map((name) => name.replace(/^.*[/:#]/, '')));
}

/** The texts in a string, a number, a language-tagged value (`{"@value": …}`) or a list of these. */
function strings(value: unknown): string[] {
  return [value]
    .flat()
    .slice(0, 5000)
    .flatMap((one) => {
      const text = typeof one === 'object' ? record(one)['@value'] : one;
      return typeof text === 'string' && text.trim()
        ? [text]
        : typeof text === 'number'
          ? [String(text)]
          : [];
    });
}

function scriptText(script: Element): string {
  return textOf(script).slice(0, MAX.length);
}

/**
 * The parsed JSON; undefined if it is invalid. Line breaks inside strings are tolerated: JSON forbids them, but
 * pages contain them.
 */
function parsed(json: string): unknown {
  const text = json.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, '');
  for (const attempt of [text, text.replace(/\s+/g, ' ')])
    try {
      return JSON.parse(attempt);
    } catch {
      // try again with line breaks removed, or give up
    }
  return undefined;
}
