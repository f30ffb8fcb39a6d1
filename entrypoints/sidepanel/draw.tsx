import { render } from 'preact';
import type { Newest } from '@/components/hooks/newest';
import type { Reading } from '@/components/hooks/use-live';
import { Shell } from '@/components/shell/shell';
import type { OffprintDatabase } from '@/storage/database';

/** Draws the side panel. */
export function draw(db: OffprintDatabase, newest: Reading<Newest>): void {
  const app = document.querySelector('#app');
  if (!app) return;
  render(<Shell db={db} newest={newest} />, app);
  // Workers do not have it, so pages ask that the browser keeps the library also when the disk is full.
  void navigator.storage.persist();
}
