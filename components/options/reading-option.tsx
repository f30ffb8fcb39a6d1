import { useState } from 'preact/hooks';
import { setStatusFollows, statusFollows } from '@/components/browser/status-follows';
import { i18n } from '@/components/browser/words';

/** Whether papers become “reading” when they are opened. */
export function ReadingOption() {
  const [follows, setFollows] = useState(statusFollows);
  return (
    <section>
      <h2>{i18n.t('options.reading')}</h2>
      <label class="tick">
        <input
          type="checkbox"
          checked={follows}
          onChange={({ currentTarget }) => {
            setStatusFollows(currentTarget.checked);
            setFollows(currentTarget.checked);
          }}
        />
        {i18n.t('options.statusFollows')}
      </label>
      <p>{i18n.t('options.statusFollowsHint')}</p>
    </section>
  );
}
