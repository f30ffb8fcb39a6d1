import { fullMoment, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';

import type { Paper } from '@/utils/paper/schema';
import { statusDay } from '@/utils/paper/status-day';

/** The status in words, with the day on which it was set: “read Tue 24 Nov”. */
export function StatusLine({ paper }: { paper: Paper }) {
  const now = new Date();
  const set = statusDay(paper, now.toISOString());
  const words = i18n.t(`status.${paper.status}`);
  if (!set) return <span class="status-words">{words}</span>;
  return (
    <time class="status-words" dateTime={set} title={fullMoment(set)}>
      {words} · {spokenMoment(set, now)}
    </time>
  );
}
