import { expect, test } from 'vitest';
import { Commands } from '@/utils/formats/bibtex/reading/commands';
import { scanFile } from '@/utils/formats/bibtex/reading/scan-file';

const scan = (text: string) => scanFile(text, new Commands());
const fieldsIn = (text: string) =>
  scan(text)?.entries.map(({ kind, key, fields }) => [kind, key, Object.fromEntries(fields)]);

test.each<[string, string, object[]]>([
  [
    'braces, quotes, numbers',
    '@Article{k, Title = {A {B}}, note = "c{"}d", year=2020}',
    [['article', 'k', { title: 'A {B}', note: 'c{"}d', year: '2020' }]],
  ],
  ['parentheses', '@misc(k, title = {A})', [['misc', 'k', { title: 'A' }]]],
  [
    'macros and #',
    '@string{j = "Lamp" # { L}} @misc{k, journal = J # "." # x}',
    [['misc', 'k', { journal: 'Lamp L.x' }]],
  ],
  [
    'a key with spaces',
    '@ARTICLE{Ahamed Ahanger2025,title={A}}',
    [['article', 'Ahamed Ahanger2025', { title: 'A' }]],
  ],
  ['a key after a space', '@article{ WOS:1,\ntitle={A}}', [['article', 'WOS:1', { title: 'A' }]]],
  [
    'a key that is an address',
    '@misc{https://a.example/?v=1,title={A}}',
    [['misc', 'https://a.example/?v=1', { title: 'A' }]],
  ],
  ['no key', '@misc{,title={A}}', [['misc', '', { title: 'A' }]]],
  ['no key and no comma', '@misc{title={A}}', [['misc', '', { title: 'A' }]]],
  ['no comma after the key', '@misc{k\n title={A}}', [['misc', 'k', { title: 'A' }]]],
  [
    'no comma between fields',
    '@misc{k, title={A}\n year=2020}',
    [['misc', 'k', { title: 'A', year: '2020' }]],
  ],
  ['commas too many, comments', '@misc{k,, title={A},,\n% year = 1\n}', [['misc', 'k', { title: 'A' }]]],
  ['empty values', '@misc{k, title={A}, volume={}, number=, note=""}', [['misc', 'k', { title: 'A' }]]],
  ['the first of two', '@misc{k, title={A}, title={B}}', [['misc', 'k', { title: 'A' }]]],
  [
    'names of Web of Science',
    '@misc{k, Usage-Count-(Last-180-days) = {{0}}}',
    [['misc', 'k', { 'usage-count-(last-180-days)': '{0}' }]],
  ],
  [
    '__proto__',
    '@misc{__proto__, __proto__ = {A}}',
    [['misc', '__proto__', Object.fromEntries([['__proto__', 'A']])]],
  ],
  ['comments', '@comment{ @misc{x,\n@misc{y,}} } @misc{k,}', [['misc', 'k', {}]]],
  ['a comment without end', '@comment{ never\n@misc{k,}', [['misc', 'k', {}]]],
  ['commented out', '% @misc{x, title={A}}\n%@misc{y,\n@misc{k,}', [['misc', 'k', {}]]],
  ['text around', 'Scopus\nme@a.example\n@misc{k,} bye @', [['misc', 'k', {}]]],
  [
    'CR only, BOM in the middle',
    '\uFEFF@misc{a,\r title={A}}\r\uFEFF@misc{b,\r}',
    [
      ['misc', 'a', { title: 'A' }],
      ['misc', 'b', {}],
    ],
  ],
  [
    'unknown types that look like entries',
    '@lamp{k, title = {A}} @media{x{y}}',
    [['lamp', 'k', { title: 'A' }]],
  ],
])('%s', (_, text, entries) => {
  expect(fieldsIn(text)).toEqual(entries);
  expect(scan(text)?.refused).toEqual([]);
});

test.each([
  ['nothing', ''],
  ['text', 'Dear @misc, write to me@a.example {soon}.'],
  ['HTML with a rule', '<!doctype html>\n<style>@media{a,b{color:red}}</style> @misc{k, title={A}}'],
  ['style sheets', '@media{a,b{color:red}}\n@font-face{src:url(x)}\n@import "x";'],
  ['JSON with BibTeX inside', '{"x": "@misc{k, title={A}}"}'],
  ['Java', '@Table(name = "lamps", schema = "x") class A { @Column(name = "b") int b; }'],
  ['bytes', String.fromCharCode(...Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))],
])('no BibTeX: %s', (_, text) => {
  expect(scan(text)).toBeUndefined();
});

test.each([
  [
    'a value without end',
    '@misc{a, title={A\n}\n@misc{b, title={B}}',
    [{ place: 1, line: 1, reason: 'cutOff', title: 'A\n' }],
    1,
  ],
  [
    'an entry without end',
    '@misc{a, title={A},\n\n@misc{b, title={B}}',
    [{ place: 1, line: 1, reason: 'cutOff', title: 'A' }],
    1,
  ],
  [
    'a value without beginning',
    '\n@misc{a, title=A B}, year={1}}\n@misc{b, title={B}}',
    [{ place: 1, line: 2, reason: 'badField', title: 'A' }],
    1,
  ],
  [
    'an entry that ends too early',
    '@misc{a, title={A}}, year={1}}\n@misc{b, title={B}}',
    [{ place: 1, line: 1, reason: 'badField', field: 'title', title: 'A' }],
    1,
  ],
  [
    'an entry without beginning',
    '@misc a, title={A}}\n@misc{b, title={B}}',
    [{ place: 1, line: 1, reason: 'notARecord', title: 'a' }],
    1,
  ],
  [
    'the end of the file',
    '@misc{b, title={B}}\n@misc{a, title={A}, year=',
    [{ place: 2, line: 2, reason: 'cutOff', title: 'A' }],
    1,
  ],
  [
    'quotes without end, on one line',
    '@misc{a, title="A} @misc{b, title={B}}',
    [{ place: 1, line: 1, reason: 'cutOff', title: 'a' }],
    1,
  ],
  [
    'a macro without end',
    '@string{a = "x\n@misc{b, title={B}}',
    [{ place: 1, line: 1, reason: 'notARecord', title: 'a' }],
    1,
  ],
])('refused: %s', (_, text, refused, read) => {
  const scanned = scan(text);
  expect(scanned?.refused).toMatchObject(refused);
  expect(scanned?.refused).toHaveLength(refused.length);
  expect(scanned?.entries).toHaveLength(read);
});
