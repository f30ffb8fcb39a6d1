import { i18n } from '@/components/browser/words';
import './no-paper.css';

const KEYS = [
  [['↑', '↓'], 'walk'],
  [['Enter'], 'open'],
  [['?'], 'keys'],
] as const;

/** What stands beside the list while no paper is chosen. */
export function NoPaper() {
  return (
    <div class="over no-paper">
      <h2>{i18n.t('full.noPaper')}</h2>
      <p>{i18n.t('full.noPaperHint')}</p>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{i18n.t(`full.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
