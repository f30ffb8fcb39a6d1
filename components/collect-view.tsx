import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OffprintDatabase } from '@/storage/database';
import { collectFromTab } from './browser/collect-from-tab';
import { useImport } from './hooks/use-import';
import { Failed, ImportSteps } from './import-steps';
import './import-view.css';

interface CollectViewProps {
  db: OffprintDatabase;
  /** Whose page to look through; the active tab's if not said. */
  tab: number | undefined;
  /** Takes back what was saved here; answers with the journal entry of that, which doing it again takes back. */
  onUndo(entry: number): Promise<number | undefined>;
  onClose(): void;
}

/** The papers on the page in a tab, to choose from and save. */
export function CollectView({ db, tab, onUndo, onClose }: CollectViewProps) {
  const [barred, setBarred] = useState(false);
  const running = useImport(db);
  /** Counts the looks begun or given up: what comes of another than the last is late. */
  const looks = useRef(0);

  async function look() {
    const mine = ++looks.current;
    setBarred(false);
    const cards = await collectFromTab(tab).catch(() => undefined);
    if (looks.current !== mine) return;
    if (cards) await running.read({ cards });
    else setBarred(true);
  }
  useEffect(() => {
    void look();
    return () => void looks.current++;
  }, []);

  if (barred)
    return (
      <Failed
        title={i18n.t('collect.barred')}
        hint={i18n.t('collect.barredHint')}
        again={i18n.t('collect.again')}
        onAgain={look}
      />
    );
  function cancel() {
    looks.current++;
    running.cancel();
    onClose();
  }
  return <ImportSteps {...running} db={db} brought="page" cancel={cancel} onUndo={onUndo} onAgain={look} />;
}
