import { expect, test } from 'vitest';
import { scanRecords } from '@/utils/formats/endnote-xml/scan-records';

const scan = (text: string) =>
  [...scanRecords(text)].map(({ record, isCut }) => [
    ...(isCut ? ['cut'] : []),
    record.line,
    ...record.fields.map(({ tag, value }) => `${tag}: ${value}`),
  ]);

test.each<[string, unknown[][]]>([
  ['<record><a>b</a></record>', [[1, 'record/a: b']]],
  [
    '<record>\n <x><a>b</a><a>c</a></x>\n</record>\n<record/><record id="2"><a>d</a></record>',
    [
      [1, 'x/a: b', 'x/a: c'],
      [4, 'record/a: d'],
    ],
  ],
  ['<record><a><style face="bold">b</style> c</a></record>', [[1, 'record/a: b c']]],
  ['<record><a>b &amp;&#169;&#x2026;</a></record>', [[1, 'record/a: b &©…']]],
  ['<record><a><![CDATA[<b> & c]]></a></record>', [[1, 'record/a: <b> & c']]],
  ['<record><ref-type name="Thesis">32</ref-type></record>', [[1, 'kind: Thesis', 'record/ref-type: 32']]],
  ['<record><a>b</c></a><d>e</d></record>', [[1, 'record/a: b', 'record/d: e']]],
  ['<record><a/><b></b><c>d</c></record>', [[1, 'record/c: d']]],
  ['<record><a>1 < 2</a></record>', [[1, 'record/a: 1 < 2']]],
  ['<records><recording>x</recording></records>', []],
  ['<record><a>b</a>', [['cut', 1, 'record/a: b']]],
])('%j', (text, records) => {
  expect(scan(text)).toEqual(records);
});
