import { useState } from 'preact/hooks';
import { fullMoment, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { hashOf } from '@/components/desk/route';
import { fieldName } from '@/components/hooks/field-name';
import { titleOf } from '@/components/paper/paper-words';
import { sendMessage } from '@/utils/messages';
import type { Choices } from '@/utils/paper/choices';
import type { Paper } from '@/utils/paper/schema';
import { drawTex } from '@/utils/text/draw-tex';
import { snippet } from '@/utils/text/highlight';
import { type Difference, differing } from './differing';

/** Of a long text, such as an abstract: about six lines of a column, in UTF-16 units. */
const SHOWN = 240;
const NO_TERMS: ReadonlySet<string> = new Set();

/** Two records that may be one paper, side by side, and the person's word on it. */
export function Pair({ papers: [one, other], now }: { papers: readonly [Paper, Paper]; now: Date }) {
  const { commands } = useDesk();
  const [choices, setChoices] = useState<Choices>({});
  const [busy, setBusy] = useState(false);
  const ids = [one.id, other.id];
  const name = titleOf(one);

  async function say(request: Parameters<typeof commands.ask>[0]): Promise<void> {
    setBusy(true);
    await commands.ask(request).finally(() => setBusy(false));
  }

  return (
    <article class="pair" aria-label={name}>
      <div class="pair-heads">
        {[one, other].map((paper) => (
          <div key={paper.id}>
            <h2 dir="auto">
              <a href={hashOf({ view: 'paper', id: paper.id })}>{drawTex(titleOf(paper))}</a>
            </h2>
            <p class="facts">
              <time dateTime={paper.savedAt} title={i18n.t('row.savedFull', [fullMoment(paper.savedAt)])}>
                {i18n.t('row.saved', [spokenMoment(paper.savedAt, now)])}
              </time>
            </p>
          </div>
        ))}
      </div>
      {differing(one, other).map((difference) => (
        <Row
          key={difference.field}
          difference={difference}
          ids={ids}
          group={`${ids.join(' ')} ${difference.field}`}
          chosen={difference.field === 'identifiers' ? undefined : choices[difference.field]}
          onChoose={(id) => setChoices({ ...choices, [difference.field]: id })}
        />
      ))}
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={busy}
          aria-label={i18n.t('duplicates.sameLabel', [name])}
          onClick={() => void say(sendMessage('joinPapers', { ids, choices }))}
        >
          {i18n.t('duplicates.same')}
        </button>
        <button
          type="button"
          disabled={busy}
          aria-label={i18n.t('duplicates.twoLabel', [name])}
          onClick={() => void say(sendMessage('tellApart', { ids }))}
        >
          {i18n.t('duplicates.two')}
        </button>
      </div>
    </article>
  );
}

interface RowProps {
  difference: Difference;
  ids: readonly string[];
  /** Names the group of choices. */
  group: string;
  chosen: string | undefined;
  onChoose(id: string): void;
}

/** One field of both records. Where both have something, one of the two can be chosen for the joined record. */
function Row({ difference: { field, texts, choice }, ids, group, chosen, onChoose }: RowProps) {
  const name = fieldName(field) ?? field;
  return (
    <fieldset class="pair-field">
      <legend>{name}</legend>
      {texts.map((text, side) => {
        const id = ids[side] as string;
        const shown = snippet(drawTex(text), NO_TERMS, SHOWN);
        if (!choice)
          return (
            <p key={id} dir="auto">
              {shown}
            </p>
          );
        return (
          <label key={id}>
            <input type="radio" name={group} checked={chosen === id} onChange={() => onChoose(id)} />
            <span dir="auto">{shown}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
