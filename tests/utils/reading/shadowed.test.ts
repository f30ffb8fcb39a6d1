// @vitest-environment happy-dom
/**
 * Members of elements and documents are read by `dom.ts` alone, where no page can shadow them. Every fixture is read
 * while a watch on the DOM's prototypes notes who reads there. In browsers tests/e2e/shadowed-dom.spec.ts holds it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { readDocument } from '@/utils/reading/pages/read-document';
import { readSavedPage } from '@/utils/reading/pages/saved-page';
import { SITES } from '@/utils/reading/sites';
import { scrub } from '@/utils/reading/sites/scrub';
import { complain, parse, TODAY } from './sites/read-fixture';

const FOLDER = 'tests/fixtures';
const PAGES = readdirSync(FOLDER, { encoding: 'utf8', recursive: true }).filter((path) =>
  path.endsWith('.html'),
);
const context = { today: TODAY, pause: async () => {}, report: complain };
const OURS = /utils\/reading\/(?!dom\.ts)[\w/-]+\.ts$/;

/** What was read elsewhere: `firstChild in lookThrough, utils/reading/collect/walk.ts`. */
const direct = new Set<string>();

beforeAll(() => {
  Error.stackTraceLimit = 3; // `note`, the member that it watches, and who reads that
  Error.prepareStackTrace = (_, places) => places; // not written out as text: that would take minutes
  for (const { prototype } of [HTMLElement, Element, Node, Document])
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
      if (name !== 'constructor') Object.defineProperty(prototype, name, watched(name, member));
});

function watched(name: string, descriptor: PropertyDescriptor): PropertyDescriptor {
  const kind = descriptor.get ? 'get' : 'value';
  const read: unknown = descriptor[kind];
  if (typeof read !== 'function') return descriptor;
  function member(this: unknown, ...words: unknown[]) {
    note(name);
    return (read as (...words: unknown[]) => unknown).apply(this, words);
  }
  return { ...descriptor, [kind]: member };
}

function note(name: string): void {
  const { stack } = new Error() as unknown as { stack: NodeJS.CallSite[] };
  const reader = stack[2];
  const [file] = OURS.exec(reader?.getFileName() ?? '') ?? [];
  if (file) direct.add(`${name} in ${reader?.getFunctionName()}, ${file}`);
}

test.each(PAGES)('%s', async (path) => {
  const html = readFileSync(`${FOLDER}/${path}`, 'utf8');
  const url = new URL(/^<!--\s*(\S+)\s*-->/.exec(html)?.[1] ?? 'https://blog.example/');
  const document = parse(html);
  const cards = await readDocument(document, url, context);
  await readDocument(document, url, context, null);
  await readSavedPage(document, context);
  for (const site of SITES) site.mentioned(document, url);
  scrub(document, url);
  expect(cards).toBeDefined();
  expect([...direct], 'read these by utils/reading/dom.ts').toEqual([]);
});
