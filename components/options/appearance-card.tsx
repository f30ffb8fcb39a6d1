import { useId } from 'preact/hooks';
import { chooseOptions, options } from '@/components/browser/options';
import { i18n } from '@/components/browser/words';
import type { Options } from '@/utils/options';

/** How Offprint looks, on all of its pages. */
export function AppearanceCard() {
  return (
    <section>
      <h2>{i18n.t('options.appearance')}</h2>
      <Choice
        name="theme"
        label={i18n.t('options.theme')}
        words={{
          system: i18n.t('options.themes.system'),
          light: i18n.t('options.themes.light'),
          dark: i18n.t('options.themes.dark'),
        }}
      />
      <Choice
        name="density"
        label={i18n.t('options.density')}
        words={{ comfortable: i18n.t('views.comfortable'), compact: i18n.t('views.compact') }}
      />
      <Choice
        name="dates"
        label={i18n.t('options.dates')}
        words={{ relative: i18n.t('options.ages'), absolute: i18n.t('options.days') }}
      />
    </section>
  );
}

interface ChoiceProps<Name extends 'theme' | 'density' | 'dates'> {
  name: Name;
  label: string;
  words: Record<Options[Name], string>;
}

function Choice<Name extends 'theme' | 'density' | 'dates'>({ name, label, words }: ChoiceProps<Name>) {
  const id = useId();
  const chosen = options.value[name];
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {(Object.entries(words) as [Options[Name], string][]).map(([value, word]) => (
        <label class="tick" key={value}>
          <input
            type="radio"
            name={`${id}-${name}`}
            checked={chosen === value}
            onChange={() => chooseOptions({ [name]: value })}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
