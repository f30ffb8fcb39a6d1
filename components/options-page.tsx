import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '#imports';
import type { OffprintDatabase } from '@/storage/database';
import { countPapers } from '@/storage/library';
import { LibraryFailure } from './library-failure';
import { OptionalSites } from './optional-sites';
import { useLive } from './use-live';
import { useOnce } from './use-once';
import './options-page.css';

interface OptionsPageProps {
  db: OffprintDatabase;
}

/** How the library is kept, which version this is, which rights it has, and its shortcuts. */
export function OptionsPage({ db }: OptionsPageProps) {
  return (
    <main class="options">
      <h1>{i18n.t('name')}</h1>
      <Storage db={db} />
      <Version db={db} />
      <OptionalSites />
      <Rights />
      <Shortcuts />
    </main>
  );
}

function Storage({ db }: OptionsPageProps) {
  const [asked, setAsked] = useState(0);
  const papers = useLive(() => countPapers(db), [db]);
  const usage = useOnce(async () => (await navigator.storage.estimate()).usage, [papers]);
  const kept = useOnce(() => navigator.storage.persisted(), [asked]);

  async function askToPersist() {
    await navigator.storage.persist();
    setAsked(asked + 1);
  }

  return (
    <section>
      <h2>{i18n.t('options.storage')}</h2>
      {papers.state === 'failed' && <LibraryFailure db={db} error={papers.error} />}
      {papers.state === 'ready' && (
        <p role="status">
          {i18n.t('search.count', papers.value)}
          {usage !== undefined && `, ${i18n.t('options.size', [(usage / 1e6).toFixed(1)])}`}
        </p>
      )}
      {kept !== undefined && <p>{i18n.t(kept ? 'options.kept' : 'options.notKept')}</p>}
      {kept === false && (
        <button type="button" onClick={askToPersist}>
          {i18n.t('options.keep')}
        </button>
      )}
    </section>
  );
}

function Version({ db }: OptionsPageProps) {
  const schema = useOnce(async () => (await db.open()).verno, [db]);
  return (
    <section>
      <h2>{i18n.t('options.version')}</h2>
      <p>{i18n.t('options.versionIs', [browser.runtime.getManifest().version, schema ?? '–'])}</p>
    </section>
  );
}

/** The words for each right; one without words would be a right that nobody explained. */
const RIGHTS: Readonly<Record<string, () => string>> = {
  storage: () => i18n.t('options.right.storage'),
  unlimitedStorage: () => i18n.t('options.right.unlimitedStorage'),
  sidePanel: () => i18n.t('options.right.sidePanel'),
  activeTab: () => i18n.t('options.right.activeTab'),
  scripting: () => i18n.t('options.right.scripting'),
  contextMenus: () => i18n.t('options.right.contextMenus'),
};

function Rights() {
  const manifest = browser.runtime.getManifest();
  const hosts = manifest.content_scripts?.flatMap((script) => script.matches ?? []) ?? [];
  return (
    <section>
      <h2>{i18n.t('options.rights')}</h2>
      <dl>
        {manifest.permissions?.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{RIGHTS[name]?.()}</dd>
          </div>
        ))}
        <div>
          <dt>
            {hosts.map((host) => (
              <div key={host}>{host}</div>
            ))}
          </dt>
          <dd>{i18n.t('options.right.hosts')}</dd>
        </div>
      </dl>
    </section>
  );
}

function Shortcuts() {
  const commands = useOnce(() => browser.commands.getAll(), []);
  return (
    <section>
      <h2>{i18n.t('options.shortcuts')}</h2>
      <dl>
        {commands?.map(({ name, shortcut }) => (
          <div key={name}>
            <dt>{shortcut || '–'}</dt>
            <dd>{i18n.t(name === '_execute_sidebar_action' ? 'panel.openSide' : 'options.openPopup')}</dd>
          </div>
        ))}
        <div>
          <dt>↑ ↓ Enter Esc</dt>
          <dd>{i18n.t('options.keys.results')}</dd>
        </div>
        <div>
          <dt>Ctrl Z</dt>
          <dd>{i18n.t('options.keys.undo')}</dd>
        </div>
      </dl>
      <p>{i18n.t(import.meta.env.FIREFOX ? 'options.changeInFirefox' : 'options.changeInChrome')}</p>
    </section>
  );
}
