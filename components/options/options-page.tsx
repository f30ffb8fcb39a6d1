import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { browser } from '#imports';
import { i18n } from '@/components/browser/words';
import { useLive } from '@/components/hooks/use-live';
import { useOnce } from '@/components/hooks/use-once';
import { LibraryFailure } from '@/components/parts/library-failure';
import type { OffprintDatabase } from '@/storage/database';
import { countPapers } from '@/storage/library';
import { OptionalSites } from './optional-sites';
import { ReadingOption } from './reading-option';
import './options-page.css';

interface OptionsPageProps {
  db: OffprintDatabase;
}

/** Storage, options, version, permissions and shortcuts. */
export function OptionsPage({ db }: OptionsPageProps) {
  return (
    <main class="options">
      <h1>{i18n.t('name')}</h1>
      <Storage db={db} />
      <Version db={db} />
      <ReadingOption />
      <OptionalSites />
      <Rights />
      <Shortcuts />
    </main>
  );
}

function Storage({ db }: OptionsPageProps) {
  /** The browser's answer when it was asked to keep the library. */
  const [answer, setAnswer] = useState<boolean>();
  const papers = useLive(() => countPapers(db), [db]);
  const usage = useOnce(async () => (await navigator.storage.estimate()).usage, [papers]);
  const kept = useOnce(async () => isExempt() || navigator.storage.persisted(), [answer]);

  return (
    <section>
      <h2>{i18n.t('options.storage')}</h2>
      {papers.state === 'failed' && <LibraryFailure db={db} error={papers.error} />}
      {papers.state === 'ready' && (
        <p role="status">
          {i18n.t('search.count', papers.value)}
          {usage !== undefined && `, ${i18n.t('options.size', [Math.round(usage / 1e5) / 10])}`}
        </p>
      )}
      {kept !== undefined && <p>{i18n.t(kept ? 'options.kept' : 'options.notKept')}</p>}
      {kept === false && (
        <button type="button" onClick={async () => setAnswer(await navigator.storage.persist())}>
          {i18n.t('options.keep')}
        </button>
      )}
      {kept === false && answer === false && <p role="alert">{i18n.t('options.refused')}</p>}
    </section>
  );
}

/**
 * Chrome deletes nothing of an extension with this right when the disk is full, whether it was asked to or not
 * (https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies). Firefox does unless it was asked.
 */
function isExempt(): boolean {
  const { permissions = [] } = browser.runtime.getManifest();
  return !import.meta.env.FIREFOX && permissions.includes('unlimitedStorage');
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

/** The explanation of each permission. A test finds permissions without one. */
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
        <div class="addresses">
          <dt>
            {hosts.map((host) => (
              <div key={host}>
                <Address address={host} />
              </div>
            ))}
          </dt>
          <dd>{i18n.t('options.right.hosts')}</dd>
        </div>
      </dl>
    </section>
  );
}

/** An address that breaks, where it must, behind a slash or a dot, and nowhere else: browsers break behind `?` too. */
function Address({ address }: { address: string }) {
  const parts = address.split(/(?<=[/.])(?![/*])/);
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          <span class="unbroken">{part}</span>
        </Fragment>
      ))}
    </>
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
        <div>
          <dt>Ctrl Shift Z</dt>
          <dd>{i18n.t('options.keys.redo')}</dd>
        </div>
      </dl>
      <p>{i18n.t(import.meta.env.FIREFOX ? 'options.changeInFirefox' : 'options.changeInChrome')}</p>
    </section>
  );
}
