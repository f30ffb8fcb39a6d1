import { browser } from '#imports';
import { i18n } from '@/components/browser/words';
import { useOnce } from '@/components/hooks/use-once';

/** What each command of the manifest does. A test finds those without words. */
const COMMANDS: Readonly<Record<string, () => string>> = {
  _execute_action: () => i18n.t('options.openPopup'),
  _execute_sidebar_action: () => i18n.t('command.panel'),
  'open-panel': () => i18n.t('command.panel'),
  'open-library': () => i18n.t('command.library'),
  'save-paper': () => i18n.t('command.save'),
};

/** Firefox has a call for its page of shortcuts. Chromium lets an extension open its page like any other. */
const settings = browser.commands as { openShortcutSettings?: () => Promise<void> };

/** The keys as the browser has them now, and the way to where they are changed. */
export function ShortcutsCard() {
  const commands = useOnce(() => browser.commands.getAll(), []);
  const opens = !import.meta.env.FIREFOX || settings.openShortcutSettings !== undefined;

  function change() {
    const opened = import.meta.env.FIREFOX
      ? settings.openShortcutSettings?.()
      : browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    opened?.catch((error: unknown) => console.warn('[offprint]', error));
  }

  return (
    <section>
      <h2>{i18n.t('options.shortcuts')}</h2>
      <dl>
        {commands?.map(({ name = '', shortcut }) => (
          <Key key={name} keys={shortcut || '–'} words={COMMANDS[name]?.()} />
        ))}
        <Key keys="op" words={i18n.t('options.keys.omnibox')} />
        <Key keys="?" words={i18n.t('options.keys.sheet')} />
      </dl>
      {opens ? (
        <button type="button" onClick={change}>
          {i18n.t('options.changeKeys')}
        </button>
      ) : (
        <p>{i18n.t('options.changeInFirefox')}</p>
      )}
    </section>
  );
}

function Key({ keys, words }: { keys: string; words: string | undefined }) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
