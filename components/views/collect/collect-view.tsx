import { useEffect, useRef, useState } from 'preact/hooks';
import { collectFromTab } from '@/components/browser/collect-from-tab';
import { i18n } from '@/components/browser/words';
import { useEscape } from '@/components/hooks/use-escape';
import { useImport } from '@/components/hooks/use-import';
import { Failed, ImportSteps } from '@/components/views/import/import-steps';
import type { OffprintDatabase } from '@/storage/database';
import '@/components/views/import/import-view.css';

interface CollectViewProps {
  db: OffprintDatabase;
  /** The tab whose page is read; by default the active one. */
  tab: number | undefined;
  /** Undoes what was saved here. Answers with the undo's own entry, by which it is redone. */
  onUndo(entry: number): Promise<number | undefined>;
  onClose(): void;
  /** Shows what was saved. */
  onShow(): void;
}

/** The papers on a tab's page, to choose from and save. */
export function CollectView({ db, tab, onUndo, onClose, onShow }: CollectViewProps) {
  const [barred, setBarred] = useState(false);
  const running = useImport(db);
  /** Counts the readings begun or cancelled: results of any but the last are stale. */
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

  function cancel() {
    looks.current++;
    running.cancel();
    onClose();
  }
  useEscape(() => {
    if (running.state.step === 'importing') return false; // it goes on without this view
    cancel();
    return true;
  });

  if (barred)
    return (
      <Failed
        title={i18n.t('collect.barred')}
        hint={i18n.t('collect.barredHint')}
        again={i18n.t('collect.again')}
        onAgain={look}
      />
    );
  return (
    <ImportSteps
      {...running}
      db={db}
      brought="page"
      cancel={cancel}
      onUndo={onUndo}
      onAgain={look}
      onShow={onShow}
    />
  );
}
