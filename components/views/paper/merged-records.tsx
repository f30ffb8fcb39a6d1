import { fullMoment, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { mergesOf } from '@/storage/merges';
import { sendMessage } from '@/utils/messages';
import { drawTex } from '@/utils/text/draw-tex';
import './sections.css';

/** The records that became a part of this paper, each with the way back; nothing if there are none. */
export function MergedRecords({ id }: { id: string }) {
  const { db, commands } = useDesk();
  const merges = useLive(() => mergesOf(db, id), [db, id]);
  if (merges.state !== 'ready' || merges.value.length === 0) return null;
  const now = new Date();
  return (
    <section class="below">
      <h3>{i18n.t('merged.title')}</h3>
      <ul aria-label={i18n.t('merged.title')}>
        {merges.value.map(({ entry: { entry, at }, parts }) => (
          <li key={entry} class="paper-step">
            <div>
              <p class="deed">{parts.map((part) => drawTex(part.title ?? part.id)).join(', ')}</p>
              <p class="facts">
                <time dateTime={at} title={fullMoment(at)}>
                  {spokenMoment(at, now)}
                </time>
              </p>
            </div>
            <button
              type="button"
              aria-label={i18n.t('merged.apartLabel', [fullMoment(at)])}
              onClick={() => void commands.ask(sendMessage('takeApart', { id, merge: entry }))}
            >
              {i18n.t('merged.apart')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
