import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useRowFilter } from '@/components/hooks/use-row-filter';
import type { Row } from '@/storage/import/row';
import { drawTex } from '@/utils/text/draw-tex';

interface ImportRowsProps {
  rows: readonly Row[];
  /** Whether there is anything to choose: rows are ticked only if some of them can be imported. */
  choosing: boolean;
  /** Places of the papers that are not ticked. */
  left: ReadonlySet<number>;
  /** Places of papers that only look like some. */
  unsure?: ReadonlySet<number>;
  onLeft(left: ReadonlySet<number>): void;
  onRetitle(place: number, title: string): void;
}

/** Rows drawn at first and with each "Show more". */
const PAGE = 100;
/** More rows than that can be filtered; fewer are seen at a glance. */
const HANDFUL = 20;

/** Papers to choose from, ticked at first but for unsure ones, each with its title to edit and what importing it would do. */
export function ImportRows({ rows, choosing, left, unsure, onLeft, onRetitle }: ImportRowsProps) {
  const [shown, setShown] = useState(PAGE);
  const [text, setText] = useState('');
  const matching = useRowFilter(rows, text);
  /** Places of the rows that are on show, drawn already or not. */
  const places = matching ?? [...rows.keys()];
  const chosen = places.filter((place) => !left.has(place)).length;

  function toggle(place: number) {
    const next = new Set(left);
    if (!next.delete(place)) next.add(place);
    onLeft(next);
  }

  /** Ticks all on show, or none of them if all are; whatever is hidden stays as it is. */
  function toggleAll() {
    const next = new Set(left);
    for (const place of places) chosen < places.length ? next.delete(place) : next.add(place);
    onLeft(next);
  }

  return (
    <>
      {rows.length > HANDFUL && <Filter text={text} onText={setText} matches={matching?.length} />}
      {choosing && places.length > 0 && (
        <label class="tick all">
          <input
            type="checkbox"
            checked={chosen === places.length}
            indeterminate={chosen > 0 && chosen < places.length}
            onChange={toggleAll}
          />
          {i18n.t(matching ? 'import.tickedShown' : 'import.ticked', [chosen, places.length])}
        </label>
      )}
      {places.length > 0 && (
        <ul class="choices" aria-label={i18n.t('import.choices')}>
          {places.slice(0, shown).map((place) => {
            const row = rows[place];
            return (
              row && (
                <Choice
                  key={place}
                  row={row}
                  unsure={unsure?.has(place) ?? false}
                  wanted={choosing ? !left.has(place) : undefined}
                  onToggle={() => toggle(place)}
                  onRetitle={(title) => onRetitle(place, title)}
                />
              )
            );
          })}
        </ul>
      )}
      {places.length > shown && (
        <button type="button" onClick={() => setShown(shown + PAGE)}>
          {i18n.t('import.more', [places.length - shown])}
        </button>
      )}
    </>
  );
}

interface FilterProps {
  text: string;
  onText(text: string): void;
  /** How many rows match, if any are asked for. */
  matches: number | undefined;
}

/** A plain field: the one search box is that of the library. What came of it is told aloud, beside the preview's status. */
function Filter({ text, onText, matches }: FilterProps) {
  return (
    <div class="filter">
      <label class="beside">
        <span>{i18n.t('import.filter')}</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          value={text}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing || text === '') return;
            onText('');
            event.preventDefault(); // the next one leaves the preview
          }}
        />
      </label>
      <p aria-live="polite">{matches !== undefined && i18n.t('import.matches', matches)}</p>
    </div>
  );
}

interface ChoiceProps {
  row: Row;
  unsure: boolean;
  /** Whether it is ticked; undefined if there is nothing to tick. */
  wanted: boolean | undefined;
  onToggle(): void;
  onRetitle(title: string): void;
}

function Choice({ row, unsure, wanted, onToggle, onRetitle }: ChoiceProps) {
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  // Whoever edits by keyboard goes on from where the field was.
  useEffect(() => {
    if (wasEditing.current && !editing && document.activeElement === document.body) edit.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const [title, begins] = [row.title ?? row.known, row.begins].map((text) => text && drawTex(text));
  const name = title ?? begins ?? i18n.t('paper.untitled');
  return (
    <li class={row.outcome}>
      {wanted !== undefined && (
        <input type="checkbox" checked={wanted} aria-label={name} onChange={onToggle} />
      )}
      {editing ? (
        <TitleField
          title={row.title ?? ''}
          onDone={(title) => {
            setEditing(false);
            if (title !== '' && title !== row.title) onRetitle(title);
          }}
        />
      ) : (
        <p dir="auto">
          {title ?? <em>{i18n.t('paper.untitled')}</em>}
          {begins && `${title ? ' · ' : ': '}${begins}`}
          <small>
            {' '}
            {row.authors && <bdi>{row.authors.join(', ')}</bdi>}
            {row.others && ` ${i18n.t('row.others', [row.others])}`}
            {row.authors && ' · '}
            {row.year && `${row.year} · `}
            {i18n.t(`import.row.${row.outcome}`)}
            {row.unnamed && ` · ${i18n.t(unsure ? 'import.unsure' : 'import.unnamed')}`}
          </small>
        </p>
      )}
      {!editing && (
        <button
          type="button"
          class="quiet"
          ref={edit}
          aria-label={i18n.t('import.editLabel', [name])}
          onClick={() => setEditing(true)}
        >
          {i18n.t('import.edit')}
        </button>
      )}
    </li>
  );
}

/** Enter and leaving the field keep what is in it, Escape does not. */
function TitleField({ title, onDone }: { title: string; onDone(title: string): void }) {
  const done = useRef(false);
  const hint = useId();

  /** Only once: browsers may fire blur when the field is removed. */
  function finish(value: string) {
    if (done.current) return;
    done.current = true;
    onDone(value);
  }

  return (
    <div class="editing">
      <textarea
        rows={2}
        defaultValue={title}
        aria-label={i18n.t('import.title')}
        aria-describedby={hint}
        ref={(field) => field?.focus()}
        onBlur={({ currentTarget }) => finish(currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.isComposing) return; // that Enter chooses a character
          if (event.key === 'Escape') finish(title);
          else if (event.key === 'Enter') finish(event.currentTarget.value.trim());
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <small id={hint}>{i18n.t('import.titleHint')}</small>
    </div>
  );
}
