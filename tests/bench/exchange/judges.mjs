/** Other programs that read bibliographies. One that is not installed says nothing. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@retorquere/bibtex-parser';

/** @import { Read } from './files.mjs' */
/** @typedef {(text: string, name: string, folder: string) => Promise<Read | undefined>} Judge */

const PYTHON = '/usr/bin/python3';
const PYBTEX = `
import json, sys, pybtex.errors
from pybtex.database import parse_string
from pybtex.richtext import Text
pybtex.errors.set_strict_mode(False)
def text(s):
  try: return str(Text.from_latex(s))
  except Exception: return s
read = []
for key, entry in parse_string(sys.stdin.read(), 'bibtex').entries.items():
  people = entry.persons.get('author', [])
  f = entry.fields
  read.append({'key': key, 'title': text(f.get('title', '')), 'author': text(str(people[0])) if people else '',
    'year': f.get('year', '') or f.get('date', ''), 'doi': f.get('doi', '')})
print(json.dumps(read))
`;

/** @type {Record<'bibtex' | 'ris' | 'csl' | 'nbib' | 'wos', Record<string, Judge>>} */
export const JUDGES = {
  bibtex: {
    retorquere: byRetorquere,
    pandoc: (text, name) =>
      byPandoc(text, /biblatex|citationjs|extended|crossref/.test(name) ? 'biblatex' : 'bibtex'),
    pybtex: byPybtex,
  },
  ris: {
    pandoc: (text) => byPandoc(text, 'ris'),
    bibutils: (text) => byBibutils(text, 'ris2xml'),
    JabRef: byJabref,
  },
  csl: { pandoc: (text) => byPandoc(text, 'csljson') },
  nbib: { bibutils: (text) => byBibutils(text, 'nbib2xml') },
  wos: { bibutils: (text) => byBibutils(text, 'isi2xml') },
};

/**
 * By way of MODS and BibTeX, as bibutils goes.
 * @param {string} text
 * @param {string} program
 * @returns {Promise<Read | undefined>}
 */
async function byBibutils(text, program) {
  const mods = spawnSync(program, ['-i', 'utf8'], { input: text, encoding: 'utf8' });
  if (mods.error) return undefined;
  const { stdout } = spawnSync('xml2bib', ['-nl', '-nb'], { input: mods.stdout, encoding: 'utf8' });
  return fromBibtex(stdout);
}

/**
 * What JabRef reads is kept beside its tests' files.
 * @type {Judge}
 */
async function byJabref(_, name, folder) {
  const known = join(folder, name.replace(/\.ris$/, '.bib'));
  return /^jabref-/.test(name) && existsSync(known) ? fromBibtex(readFileSync(known, 'utf8')) : undefined;
}

/** @type {Judge} */
async function byRetorquere(text) {
  return fromBibtex(text);
}

/**
 * @param {string} text
 * @returns {Read}
 */
function fromBibtex(text) {
  const { entries, errors } = parse(text, { sentenceCase: false });
  return {
    entries: entries.map(({ key, fields }) => {
      const [first] = fields.author ?? [];
      return {
        key,
        title: [fields.title, fields.subtitle].filter(Boolean).join(': '),
        author: [first?.firstName, first?.prefix, first?.lastName, first?.suffix, first?.name]
          .filter(Boolean)
          .join(' '),
        year: String(fields.year ?? fields.date ?? ''),
        doi: String(fields.doi ?? ''),
      };
    }),
    refused: errors.map(({ error }) => error),
  };
}

/**
 * @param {string} text
 * @param {string} from
 * @returns {Promise<Read | undefined>}
 */
async function byPandoc(text, from) {
  const wasm = 'pandoc-wasm';
  const { convert } = await import(wasm).catch(() => ({ convert: undefined }));
  if (!convert) return undefined;
  const { stdout, stderr } = await convert({ from, to: 'csljson' }, text, {});
  if (!stdout) throw new Error(stderr.replace(/\s+/g, ' '));
  /** @type {any[]} */
  const items = JSON.parse(stdout);
  return {
    entries: items.map((item) => {
      const [first = {}] = item.author ?? [];
      const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix', 'literal'];
      return {
        key: item.id,
        title: item.title ?? '',
        author: parts
          .map((part) => first[part])
          .filter(Boolean)
          .join(' '),
        year: String(item.issued?.['date-parts']?.[0]?.[0] ?? ''),
        doi: item.DOI ?? '',
      };
    }),
    refused: [],
  };
}

/** @type {Judge} */
async function byPybtex(text) {
  const { stdout, stderr, error } = spawnSync(PYTHON, ['-c', PYBTEX], { input: text, encoding: 'utf8' });
  if (error || /No module named/.test(stderr)) return undefined;
  if (!stdout) throw new Error(stderr.trim().split('\n').at(-1));
  const refused = stderr.split('\n').filter((line) => line.startsWith('ERROR'));
  return { entries: JSON.parse(stdout), refused };
}
