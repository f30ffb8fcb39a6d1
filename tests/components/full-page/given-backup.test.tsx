// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { GivenBackup } from '@/components/full-page/given-backup';
import { drawAtDesk } from '@/tests/components/desk-context';
import { openScene } from '@/tests/storage/backup/backed-up';
import { at } from '@/tests/storage/cards';

test('the backup that the address names is imported, and the address is as usual', async () => {
  const scene = openScene();
  await scene.fill(3);
  await scene.make(at(10));
  history.replaceState(null, '', '?backup=1#/import');
  const { store, go } = drawAtDesk(<GivenBackup store={scene.store} />);
  await vi.waitFor(() => expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'import' }));
  expect(location.search).toBe('');
  const { value } = store.brought;
  expect(value).toMatchObject({ backup: true });
  const [file] = value && 'files' in value ? await value.files : [];
  expect(await file?.text()).toContain('Lanterns over a quiet harbour, part 2');
});

test.each(['', '?backup=', '?backup=x', '?backup=-1', '?other=1'])(
  'an address with “%s” names none',
  (search) => {
    history.replaceState(null, '', `/library.html${search}#/`);
    const { go } = drawAtDesk(<GivenBackup store={openScene().store} />);
    expect(go).not.toHaveBeenCalled();
  },
);
