import { useEffect } from 'preact/hooks';
import type { OffprintDatabase, Task } from '@/storage/database';
import { tasksUnderWay } from '@/storage/library';
import { sendMessage } from '@/utils/messages';
import { useLive } from './use-live';

/** The browser may stop the worker in the middle of a task; this wakes it again. */
const WAKE_MS = 5000;

/** Large changes that are under way or wait. The worker is kept going as long as somebody looks. */
export function useTasks(db: OffprintDatabase): readonly Task[] {
  const live = useLive(() => tasksUnderWay(db), [db]);
  const tasks = live.state === 'ready' ? live.value : [];
  const running = tasks[0] !== undefined && tasks[0].failed === undefined;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void sendMessage('goOn').catch(() => undefined), WAKE_MS);
    return () => clearInterval(timer);
  }, [running]);
  return tasks;
}
