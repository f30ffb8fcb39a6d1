import { useState } from 'preact/hooks';
import { browser } from '#imports';
import { i18n } from '@/components/browser/words';
import { useOnce } from '@/components/hooks/use-once';
import { SITES } from '@/utils/reading/sites';

/** Chromium takes back only what was given later; there the browser's own page decides about the others. */
const isFixed = (optional: boolean) => !optional && !import.meta.env.FIREFOX;

/** The sites whose pages get Save buttons, each with a switch. */
export function SitesCard() {
  const [asked, setAsked] = useState(0);
  const allowed = useOnce(
    () => Promise.all(SITES.map(({ matches }) => browser.permissions.contains({ origins: [...matches] }))),
    [asked],
  );

  async function change(matches: readonly string[], allow: boolean) {
    const origins = [...matches];
    await (allow ? browser.permissions.request({ origins }) : browser.permissions.remove({ origins })).catch(
      (error) => console.warn('[offprint]', error), // the switch shows what holds
    );
    setAsked((count) => count + 1);
  }

  return (
    <section>
      <h2>{i18n.t('options.sites')}</h2>
      <p>{i18n.t('options.sitesHint')}</p>
      <div>
        {SITES.map(({ id, name, matches, optional = false }, index) => {
          const on = allowed?.[index] ?? false;
          return (
            <label class="switch" key={id}>
              <span>
                {name}
                <small>{i18n.t(optional ? 'options.siteOptional' : 'options.siteBuiltIn')}</small>
              </span>
              <input
                type="checkbox"
                role="switch"
                checked={on}
                aria-checked={on}
                disabled={!allowed || (on && isFixed(optional))}
                onChange={({ currentTarget }) => {
                  currentTarget.checked = on; // until the person has agreed
                  void change(matches, !on);
                }}
              />
            </label>
          );
        })}
      </div>
    </section>
  );
}
