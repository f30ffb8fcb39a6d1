import { Lock } from 'lucide';
import { fullMoment, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { fieldName } from '@/components/hooks/field-name';
import { siteName } from '@/components/paper/site-name';
import { Icon } from '@/components/parts/icon';
import { type FieldOrigin, originsOf } from '@/utils/paper/origins';
import type { Paper } from '@/utils/paper/schema';
import './sections.css';

/** Which source stated each field, and since when; which the person typed. Folded at first. */
export function Origins({ paper }: { paper: Paper }) {
  const origins = originsOf(paper);
  if (origins.length === 0) return null;
  const now = new Date();
  return (
    <section class="below origins">
      <details>
        <summary>
          <h3>{i18n.t('paperPage.origins')}</h3>
        </summary>
        <table>
          <thead class="unseen">
            <tr>
              <th scope="col">{i18n.t('paperPage.field')}</th>
              <th scope="col">{i18n.t('paperPage.source')}</th>
              <th scope="col">{i18n.t('paperPage.since')}</th>
            </tr>
          </thead>
          <tbody>
            {origins.map((origin) => (
              <tr key={origin.field}>
                <th scope="row">{fieldName(origin.field)}</th>
                <td>
                  <Source origin={origin} />
                </td>
                <td>
                  <time dateTime={origin.at} title={fullMoment(origin.at)}>
                    {spokenMoment(origin.at, now)}
                  </time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Source({ origin: { byPerson, site, inferred } }: { origin: FieldOrigin }) {
  const words = [
    site && siteName(site),
    byPerson && i18n.t(`paperPage.${byPerson}`),
    inferred && i18n.t('paperPage.inferred'),
  ].filter(Boolean);
  return (
    <span title={byPerson && i18n.t('paperPage.locked')}>
      {byPerson && <Icon of={Lock} />} {words.join(', ')}
    </span>
  );
}
