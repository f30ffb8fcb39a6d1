import { Fragment } from 'preact';
import { browser } from '#imports';
import { i18n } from '@/components/browser/words';

/** What each permission is there for, in a sentence. A test finds permissions without one. */
const RIGHTS: Readonly<Record<string, () => string>> = {
  storage: () => i18n.t('options.right.storage'),
  unlimitedStorage: () => i18n.t('options.right.unlimitedStorage'),
  sidePanel: () => i18n.t('options.right.sidePanel'),
  activeTab: () => i18n.t('options.right.activeTab'),
  scripting: () => i18n.t('options.right.scripting'),
  contextMenus: () => i18n.t('options.right.contextMenus'),
};

/** What Offprint may do, as sentences; as the browser calls it, on demand. */
export function RightsCard() {
  const manifest = browser.runtime.getManifest();
  const hosts = manifest.content_scripts?.flatMap((script) => script.matches ?? []) ?? [];
  return (
    <section>
      <h2>{i18n.t('options.rights')}</h2>
      <ul class="sentences">
        {manifest.permissions?.map((name) => (
          <li key={name}>
            {RIGHTS[name]?.()} <code>{name}</code>
          </li>
        ))}
        <li>
          {i18n.t('options.right.hosts')}
          <details>
            <summary>{i18n.t('options.right.addresses', hosts.length)}</summary>
            <ul class="addresses">
              {hosts.map((host) => (
                <li key={host}>
                  <Address address={host} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      </ul>
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
