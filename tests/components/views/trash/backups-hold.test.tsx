// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { BackupsHold } from '@/components/views/trash/backups-hold';
import { openScene } from '@/tests/storage/backup/backed-up';
import { at } from '@/tests/storage/cards';

test('it says how many backups there are, and of when the last is; nothing while there is none', async () => {
  const { store, fill, make } = openScene();
  const { container } = render(<BackupsHold store={store} />);
  await fill(2);
  expect(container.textContent).toBe('');
  await make(at(0));
  await vi.waitFor(() =>
    expect(container.textContent).toMatch(/^1 backup in this browser, of .*28 Sep.*, keeps/),
  );
  await make(at(3000));
  await vi.waitFor(() =>
    expect(container.textContent).toMatch(/^2 backups in this browser, the last of .*30 Sep/),
  );
  expect(container.querySelector('a')?.getAttribute('href')).toBe('/options.html');
});
