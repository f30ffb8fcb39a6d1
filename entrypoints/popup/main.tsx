import '@/assets/base.css';
import './popup.css';
import { PanelRight } from 'lucide';
import { render } from 'preact';
import { openSidePanel } from '@/components/browser/open-side-panel';
import { i18n } from '@/components/browser/words';
import { Icon } from '@/components/parts/icon';
import { PageBar } from '@/components/shell/page-bar';
import { Shell } from '@/components/shell/shell';
import { OffprintDatabase } from '@/storage/database';

// Workers do not have it, so pages ask that the browser keeps the library also when the disk is full.
void navigator.storage.persist();

const app = document.querySelector('#app');
if (app) {
  const db = new OffprintDatabase();
  render(
    // No import here: a file dialog closes a popup, and the import with it.
    <Shell db={db} banner={<PageBar db={db} />} without={['import']}>
      <button
        type="button"
        class="tool"
        onClick={() => openSidePanel().then(() => window.close())}
        aria-label={i18n.t('panel.openSide')}
        title={i18n.t('panel.openSide')}
      >
        <Icon of={PanelRight} />
      </button>
    </Shell>,
    app,
  );
}
