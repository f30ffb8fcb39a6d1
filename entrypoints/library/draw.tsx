import { signal } from '@preact/signals';
import { render } from 'preact';
import { Bringing } from '@/components/full-page/bringing';
import { DrawerButton } from '@/components/full-page/drawer';
import { GivenBackup } from '@/components/full-page/given-backup';
import { Sidebar } from '@/components/full-page/sidebar';
import type { Newest } from '@/components/hooks/newest';
import type { Reading } from '@/components/hooks/use-live';
import { Shell } from '@/components/shell/shell';
import type { OffprintDatabase } from '@/storage/database';

/** Draws the full page. */
export function draw(db: OffprintDatabase, newest: Reading<Newest>): void {
  const app = document.querySelector('#app');
  if (!app) return;
  const drawer = signal(false);
  // The page in front of the person is this one: there is nothing to collect from it.
  render(
    <Shell
      db={db}
      newest={newest}
      without={['collect']}
      lead={<DrawerButton open={drawer} />}
      aside={
        <>
          <Sidebar open={drawer} />
          <Bringing />
          <GivenBackup />
        </>
      }
    />,
    app,
  );
  // Workers do not have it, so pages ask that the browser keeps the library also when the disk is full.
  void navigator.storage.persist();
}
