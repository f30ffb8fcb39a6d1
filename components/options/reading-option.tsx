import { chooseOptions, options } from '@/components/browser/options';
import { i18n } from '@/components/browser/words';

/** Whether papers become “reading” when they are opened. */
export function ReadingOption() {
  return (
    <section>
      <h2>{i18n.t('options.reading')}</h2>
      <label class="tick">
        <input
          type="checkbox"
          checked={options.value.statusFollows}
          onChange={({ currentTarget }) => chooseOptions({ statusFollows: currentTarget.checked })}
        />
        {i18n.t('options.statusFollows')}
      </label>
      <p>{i18n.t('options.statusFollowsHint')}</p>
    </section>
  );
}
