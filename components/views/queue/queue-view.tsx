import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { useNow } from '@/components/hooks/use-now';
import { PaperRow } from '@/components/paper/paper-row';
import { LibraryFailure } from '@/components/parts/library-failure';
import { Notice } from '@/components/parts/notice';
import { nextUnread, readThisWeek, underWay, waitedLongest } from '@/storage/queue';
import { READING_ORDERS, type ReadingOrder } from '@/utils/paper/reading-order';
import type { Paper } from '@/utils/paper/schema';
import './queue-view.css';

const NO_TERMS: ReadonlySet<string> = new Set();
/** Papers of each list: a queue shows what comes next, the library has the rest. */
const SHOWN = 10;
/** What was read this week is looked back at, and may be more. */
const MOST_READ = 100;

/** What is being read, what to read next, what has waited longest, and what was read this week. */
export function QueueView() {
  const { db } = useDesk();
  const [order, setOrder] = useState<ReadingOrder>('newest');
  const now = useNow();
  const queue = useLive(async () => {
    const moment = now.toISOString();
    return {
      reading: await underWay(db, SHOWN, moment),
      next: await nextUnread(db, order, SHOWN),
      waiting: await waitedLongest(db, SHOWN),
      read: await readThisWeek(db, moment, now.getTimezoneOffset(), MOST_READ),
    };
  }, [db, order, now.toDateString()]);
  if (queue.state === 'loading') return null;
  if (queue.state === 'failed') return <LibraryFailure db={db} error={queue.error} />;
  const { reading, next, waiting, read } = queue.value;
  if ([reading, next, read].every((papers) => papers.length === 0))
    return <Notice title={i18n.t('queue.empty')} hint={i18n.t('queue.emptyHint')} />;
  return (
    <section class="queue" aria-label={i18n.t('views.queue')}>
      <Part name={i18n.t('queue.reading')} papers={reading} now={now} />
      <Part name={i18n.t('queue.next')} papers={next} now={now}>
        <select
          aria-label={i18n.t('queue.order')}
          value={order}
          onChange={({ currentTarget }) => setOrder(currentTarget.value as ReadingOrder)}
        >
          {READING_ORDERS.map((name) => (
            <option key={name} value={name}>
              {i18n.t(`queue.by.${name}`)}
            </option>
          ))}
        </select>
      </Part>
      <Part name={i18n.t('queue.waiting')} papers={waiting} now={now} />
      <Part name={i18n.t('queue.read')} papers={read} now={now} />
    </section>
  );
}

interface PartProps {
  name: string;
  papers: readonly Paper[];
  now: Date;
  children?: ComponentChildren;
}

function Part({ name, papers, now, children }: PartProps) {
  if (papers.length === 0) return null;
  return (
    <section>
      <header>
        <h2>{name}</h2>
        {children}
      </header>
      <ul aria-label={name}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <PaperRow hit={{ paper, terms: NO_TERMS }} now={now} level={3} />
          </li>
        ))}
      </ul>
    </section>
  );
}
