import '@/assets/base.css';
import './popup.css';
import { render } from 'preact';
import { openSidePanel } from '@/components/browser/open-side-panel';
import { i18n } from '@/components/browser/words';
import { PageBar } from '@/components/shell/page-bar';
import { LibraryPanel } from '@/components/shell/shell';
import { OffprintDatabase } from '@/storage/database';

// Workers do not have it, so pages ask that the browser keeps the library also when the disk is full.
void navigator.storage.persist();

const app = document.querySelector('#app');
if (app) {
  const db = new OffprintDatabase();
  render(
    // No import here: a file dialog closes a popup, and the import with it.
    <LibraryPanel db={db} banner={<PageBar db={db} />} views={['collect', 'trash', 'history']}>
      <button
        type="button"
        onClick={() => openSidePanel().then(() => window.close())}
        aria-label={i18n.t('panel.openSide')}
        title={i18n.t('panel.openSide')}
      >
        <svg
          viewBox="0 0 16 16"
          width="16"
          height="16"
          fill="none"
          stroke="currentColor"
          stroke-width="1.4"
          aria-hidden="true"
        >
          <rect x="1.7" y="2.7" width="12.6" height="10.6" rx="2" />
          <path d="M10 3v10" />
        </svg>
      </button>
    </LibraryPanel>,
    app,
  );
}
