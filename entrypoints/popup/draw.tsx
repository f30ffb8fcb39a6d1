import { PanelRight } from 'lucide';
import { render } from 'preact';
import { openSidePanel } from '@/components/browser/open-side-panel';
import { i18n } from '@/components/browser/words';
import type { LastSearch } from '@/components/desk/last-search';
import type { Newest } from '@/components/hooks/newest';
import type { Reading } from '@/components/hooks/use-live';
import { Icon } from '@/components/parts/icon';
import { FullPageButton } from '@/components/shell/full-page-button';
import { PageBar } from '@/components/shell/page-bar';
import { Shell } from '@/components/shell/shell';
import type { OffprintDatabase } from '@/storage/database';

/** Draws the popup. */
export function draw(db: OffprintDatabase, newest: Reading<Newest>, last: LastSearch): void {
  const app = document.querySelector('#app');
  if (!app) return;
  render(
    // No import here: a file dialog closes a popup, and the import with it.
    <Shell db={db} newest={newest} last={last} banner={<PageBar db={db} />} without={['import']}>
      <button
        type="button"
        class="tool"
        onClick={() => openSidePanel().then(() => window.close())}
        aria-label={i18n.t('panel.openSide')}
        title={i18n.t('panel.openSide')}
      >
        <Icon of={PanelRight} />
      </button>
      <FullPageButton onOpened={() => window.close()} />
    </Shell>,
    app,
  );
  // Workers do not have it, so pages ask that the browser keeps the library also when the disk is full.
  void navigator.storage.persist();
}
