// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { StatusLine } from '@/components/views/paper/status-line';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';
import { oldStamp } from '@/utils/paper/stamp';

function draw(fields: Partial<Paper>) {
  const { container } = render(<StatusLine paper={storedPaper({ id: 'a:1', ...fields })} />);
  return container.querySelector('.status-words');
}

test('a status that nobody set is told without a day', () => {
  const shown = draw({ status: 'unread' });
  expect(shown?.textContent).toBe('unread');
  expect(shown?.localName).toBe('span');
});

test('one that was set is told with its day', () => {
  const set = new Date(2020, 4, 3, 12).toISOString();
  const shown = draw({ status: 'read', stamps: { status: oldStamp(set) } });
  expect(shown?.textContent).toBe('read · 3 May 2020');
  expect(shown?.getAttribute('datetime')).toBe(set);
  expect(shown?.getAttribute('title')).toBe('Sunday 3 May 2020 at 12:00');
});
