import { fullMoment, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { statusDay } from '@/utils/paper/registers';
import type { Paper } from '@/utils/paper/schema';

/** The status in words, with the day on which it was set: “read Tue 24 Nov”. */
export function StatusLine({ paper }: { paper: Paper }) {
  const set = statusDay(paper);
  const words = i18n.t(`status.${paper.status}`);
  if (!set) return <span class="status-words">{words}</span>;
  return (
    <time class="status-words" dateTime={set} title={fullMoment(set)}>
      {words} · {spokenMoment(set, new Date())}
    </time>
  );
}
