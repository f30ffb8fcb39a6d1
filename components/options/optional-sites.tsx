import { useState } from 'preact/hooks';
import { browser } from '#imports';
import { i18n } from '@/components/browser/words';
import { useOnce } from '@/components/hooks/use-once';
import { SITES } from '@/utils/reading/sites';

const OPTIONAL = SITES.filter(({ optional }) => optional);

/** Sites whose pages get Save buttons once the user allows it. */
export function OptionalSites() {
  const [asked, setAsked] = useState(0);
  const allowed = useOnce(
    () => Promise.all(OPTIONAL.map(({ matches }) => browser.permissions.contains({ origins: [...matches] }))),
    [asked],
  );

  async function change(matches: readonly string[], allow: boolean) {
    const origins = [...matches];
    await (allow ? browser.permissions.request({ origins }) : browser.permissions.remove({ origins }));
    setAsked((count) => count + 1);
  }

  return (
    <section>
      <h2>{i18n.t('options.sites')}</h2>
      <p>{i18n.t('options.sitesHint')}</p>
      {OPTIONAL.map(({ id, name, matches }, index) => (
        <label class="tick" key={id}>
          <input
            type="checkbox"
            checked={allowed?.[index] ?? false}
            onChange={({ currentTarget }) => void change(matches, currentTarget.checked)}
          />
          {name}
        </label>
      ))}
    </section>
  );
}
