import { useState } from 'preact/hooks';
import { askTab } from '@/components/browser/ask-tab';
import { pageReport } from '@/components/browser/page-report';
import { tabInFront } from '@/components/browser/tab-in-front';
import { i18n } from '@/components/browser/words';
import { useLive } from '@/components/hooks/use-live';
import { useOnce } from '@/components/hooks/use-once';
import type { OffprintDatabase } from '@/storage/database';
import './page-bar.css';

interface PageBarProps {
  db: OffprintDatabase;
}

/** How many papers the current tab's page has, with "Save all". Nothing on pages that are no listing. */
export function PageBar({ db }: PageBarProps) {
  const [copied, setCopied] = useState(false);
  const [asked, setAsked] = useState(0);
  const changes = useLive(() => db.settings.get('revision'), [db]);
  const tab = useOnce(async () => (await tabInFront())?.id, []);
  const page = useOnce(
    async () => (tab === undefined ? undefined : askTab('pageState', tab)),
    [tab, changes, asked],
  );
  if (!page || tab === undefined) return null;

  async function saveAll(id: number) {
    await askTab('saveAllCards', id).catch(() => undefined); // the page tells what went wrong
    setAsked(asked + 1);
  }

  /** The button tells if it was copied. If the page is gone, there is nothing to copy. */
  async function copyReport(id: number) {
    const report = pageReport(id).then((text) => navigator.clipboard.writeText(text));
    setCopied(
      await report.then(
        () => true,
        () => false,
      ),
    );
  }

  return (
    <section class="page-bar" aria-label={i18n.t('page.label')}>
      <p>{i18n.t('page.state', page.cards, [page.cards, page.saved])}</p>
      {page.saved < page.cards && (
        <button type="button" onClick={() => saveAll(tab)}>
          {i18n.t(page.saved === 0 ? 'page.saveAll' : 'page.saveRest', page.cards - page.saved)}
        </button>
      )}
      {!page.health.healthy && (
        <div class="unwell" role="alert">
          <p>{i18n.t('page.unwell', page.health.mentioned, [page.health.read, page.health.mentioned])}</p>
          <button type="button" onClick={() => copyReport(tab)}>
            {i18n.t(copied ? 'page.copied' : 'page.copy')}
          </button>
        </div>
      )}
    </section>
  );
}
