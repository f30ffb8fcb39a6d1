import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OffprintDatabase } from '@/storage/database';
import { collectFromTab } from './collect-from-tab';
import { ImportSteps } from './import-steps';
import { Notice } from './notice';
import { useImport } from './use-import';
import './import-view.css';

interface CollectViewProps {
  db: OffprintDatabase;
  /** Whose page to look through; the active tab's if not said. */
  tab: number | undefined;
  /** Takes back what was saved here. */
  onUndo(entry: number): void;
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
      <Notice alarm title={i18n.t('collect.barred')} hint={i18n.t('collect.barredHint')}>
        <button type="button" class="primary" onClick={look}>
          {i18n.t('collect.again')}
        </button>
      </Notice>
    );
  function cancel() {
    looks.current++;
    running.cancel();
    onClose();
  }
  return (
    <ImportSteps {...running} cancel={cancel} confirmWords="collect.confirm" onUndo={onUndo} onAgain={look} />
  );
}
