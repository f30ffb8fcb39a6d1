import { render } from 'preact';
import type { LastSearch } from '@/components/desk/last-search';
import type { Newest } from '@/components/hooks/newest';
import type { Reading } from '@/components/hooks/use-live';
import { FullPageButton } from '@/components/shell/full-page-button';
import { Shell } from '@/components/shell/shell';
import type { OffprintDatabase } from '@/storage/database';

/** Draws the side panel. */
export function draw(db: OffprintDatabase, newest: Reading<Newest>, last: LastSearch): void {
  const app = document.querySelector('#app');
  if (!app) return;
  render(
    <Shell db={db} newest={newest} last={last}>
      <FullPageButton />
    </Shell>,
    app,
  );
  // Workers do not have it, so pages ask that the browser keeps the library also when the disk is full.
  void navigator.storage.persist();
}
