import { useEffect } from 'preact/hooks';
import type { OffprintDatabase } from '@/storage/database';
import { isBehind } from '@/storage/library';
import { sendMessage } from '@/utils/messages';

/** The browser stops a worker that hears nothing for 30 seconds. */
const WAKE_MS = 5000;

/** Keeps the worker going, as long as this page is open, until a library of an older version is brought up to date. */
export function useUpgrade(db: OffprintDatabase): void {
  useEffect(() => {
    const wake = async () => {
      if (await isBehind(db)) await sendMessage('goOn');
      else clearInterval(timer);
    };
    // A library that cannot be read is told elsewhere, and a worker that does not listen is asked again.
    const tryToWake = () => void wake().catch(() => undefined);
    const timer = setInterval(tryToWake, WAKE_MS);
    tryToWake();
    return () => clearInterval(timer);
  }, [db]);
}
