import { browser } from '#imports';
import { i18n } from '@/components/browser/words';
import { useOnce } from '@/components/hooks/use-once';
import { useOptions } from '@/components/hooks/use-options';
import { useUpgrade } from '@/components/hooks/use-upgrade';
import type { OffprintDatabase } from '@/storage/database';
import { AppearanceCard } from './appearance-card';
import { BackupsCard } from './backups-card';
import { DangerCard } from './danger-card';
import { LibraryCard } from './library-card';
import { ReadingOption } from './reading-option';
import { RightsCard } from './rights-card';
import { ShortcutsCard } from './shortcuts-card';
import { SitesCard } from './sites-card';
import './options-page.css';

interface OptionsPageProps {
  db: OffprintDatabase;
}

/** All that can be chosen, and what Offprint is allowed to do, as cards. */
export function OptionsPage({ db }: OptionsPageProps) {
  useOptions(db);
  useUpgrade(db);
  return (
    <main class="options">
      <h1>{i18n.t('options.title')}</h1>
      <LibraryCard db={db} />
      <BackupsCard db={db} />
      <SitesCard />
      <AppearanceCard />
      <ReadingOption />
      <ShortcutsCard />
      <RightsCard />
      <DangerCard db={db} />
      <Version db={db} />
    </main>
  );
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
