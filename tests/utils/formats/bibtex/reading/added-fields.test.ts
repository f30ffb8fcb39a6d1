import { expect, test } from 'vitest';
import { readAdded } from '@/utils/formats/bibtex/reading/added-fields';

const read = (fields: Record<string, string>) =>
  readAdded(
    (name) => fields[name] ?? '',
    (tex) => tex.replace(/[{}]/g, ''),
  );

test.each<[Record<string, string>, object]>([
  [{}, {}],
  [{ keywords: 'oil, to read;  {a, b}, oil' }, { tags: ['oil', 'to read', 'a, b'] }],
  [{ keywords: 'oil', 'mendeley-tags': 'mine,oil' }, { tags: ['oil', 'mine'] }],
  [{ 'mendeley-groups': 'Lamps/Oil,To read' }, { collections: ['Lamps/Oil', 'To read'] }],
  [{ groups: 'Lamps; Oil, Lamps' }, { collections: ['Lamps', 'Oil'] }],
  [
    { annote: 'Read <m:bold>this</m:bold>.<m:linebreak/>Twice, if a <m and b' },
    { note: 'Read this.\nTwice, if a <m and b' },
  ],
  [{ annotation: '# Why\n\n- one\n  - two' }, { note: '# Why\n\n- one\n  - two' }],
  [
    { annote: 'long lines\n          broken by\n          a program' },
    { note: 'long lines broken by a program' },
  ],
  [{ comment: 'mine', note: 'To\n appear' }, { note: 'mine\n\nTo appear' }],
  [{ note: 'cited By 0' }, {}],
  [{ note: 'Accessed: 2023-5-30' }, {}],
  [{ note: String.raw`\url{http://a.example}` }, {}],
  [{ readstatus: 'read' }, { status: 'read' }],
  [{ readstatus: 'skimmed' }, { status: 'reading' }],
  [{ read: '1' }, { status: 'read' }],
  [{ read: '0' }, {}],
  [{ 'date-added': '2009-03-12 10:54:18 -0400' }, { savedAt: '2009-03-12T14:54:18.000Z' }],
  [{ timestamp: '2012.05.02' }, { savedAt: '2012-05-02T00:00:00.000Z' }],
  [{ creationdate: '2021-01-15T13:30:25' }, { savedAt: '2021-01-15T13:30:25.000Z' }],
  [{ timestamp: 'Thu, 10 Mar 2011 21:26:51 +0100' }, {}],
  [{ timestamp: '2012.55.02' }, {}],
])('%j', (fields, added) => {
  expect(read(fields)).toEqual(added);
});
