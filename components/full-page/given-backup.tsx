import { useEffect } from 'preact/hooks';
import { useDesk } from '@/components/desk/desk';
import { BackupDatabase } from '@/storage/backup/backup-database';
import { backupFile } from '@/storage/backup/backup-lines';

/** An address with `?backup=3` leads to the import of that backup, once: the address is as usual from then on. */
export function GivenBackup({ store: given }: { store?: BackupDatabase }) {
  const { store, go } = useDesk();

  useEffect(() => {
    const number = Number(new URLSearchParams(location.search).get('backup'));
    if (!Number.isInteger(number) || number < 1) return;
    history.replaceState(history.state, '', location.pathname + location.hash);
    store.brought.value = { files: filesOf(given ?? new BackupDatabase(), number), backup: true };
    go({ view: 'import' });
  }, []);

  return null;
}

async function filesOf(backups: BackupDatabase, number: number): Promise<File[]> {
  const file = await backupFile(backups, number);
  return file ? [file] : [];
}
