import { keepColumn } from '@/components/browser/known-columns';
import { i18n } from '@/components/browser/words';
import type { Source } from '@/components/hooks/use-import';
import { KEEP, type OwnPart } from '@/storage/import/keep';
import type { ImportPlan } from '@/storage/import/reader';
import { COLUMN_FIELDS, type ColumnField } from '@/utils/formats/parts/columns';
import { SITES } from '@/utils/reading/sites';
import { ENCODINGS } from '@/utils/text/decode';

interface ReadingChoicesProps {
  plan: ImportPlan;
  source: Source;
  /** Reads again, in another way. */
  onRead(source: Source): void;
}

/** What the files leave open: each choice reads them again. */
export function ReadingChoices({ plan, source, onRead }: ReadingChoicesProps) {
  const guessed = plan.files.find((file) => file.guessed)?.guessed;
  return (
    <>
      {plan.year && source.files && (
        <YearField year={plan.year} onYear={(year) => onRead({ ...source, year })} />
      )}
      {source.site !== undefined && (
        <SiteField site={source.site} onSite={(site) => onRead({ ...source, site })} />
      )}
      {guessed !== undefined && (
        <EncodingField guessed={guessed} onEncoding={(encoding) => onRead({ ...source, encoding })} />
      )}
      {plan.columns && (
        <ColumnsFields columns={plan.columns} onColumns={(columns) => onRead({ ...source, columns })} />
      )}
      <KeepFields own={plan.own} keep={source.keep ?? KEEP} onKeep={(keep) => onRead({ ...source, keep })} />
    </>
  );
}

function YearField({ year, onYear }: { year: NonNullable<ImportPlan['year']>; onYear(year: number): void }) {
  return (
    <label class="beside">
      <span>{i18n.t('import.year')}</span>
      <input
        type="number"
        min={1900}
        max={new Date().getUTCFullYear()}
        value={year.value}
        // Not with each step of the arrow keys: every change reads the text again.
        onBlur={({ currentTarget }) => {
          const chosen = currentTarget.validity.valid ? currentTarget.valueAsNumber : year.value;
          if (chosen > 0 && chosen !== year.value) onYear(chosen);
        }}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      />
      <small>{i18n.t(`import.yearFrom.${year.from}`)}</small>
    </label>
  );
}

function SiteField({ site, onSite }: { site: string; onSite(site: string): void }) {
  return (
    <label class="beside">
      <span>{i18n.t('import.readAs')}</span>
      <select value={site} onChange={({ currentTarget }) => onSite(currentTarget.value)}>
        <option value="">{i18n.t('import.anyPage')}</option>
        {SITES.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function EncodingField({ guessed, onEncoding }: { guessed: string; onEncoding(encoding: string): void }) {
  return (
    <label class="beside">
      <span>{i18n.t('import.encoding')}</span>
      <select value={guessed} onChange={({ currentTarget }) => onEncoding(currentTarget.value)}>
        {ENCODINGS.map(({ label, script }) => (
          <option key={label} value={label}>
            {`${i18n.t(`import.script.${script}`)} (${label})`}
          </option>
        ))}
      </select>
      <small>{i18n.t('import.encodingHint')}</small>
    </label>
  );
}

interface ColumnsFieldsProps {
  columns: NonNullable<ImportPlan['columns']>;
  onColumns(columns: NonNullable<ImportPlan['columns']>): void;
}

/** What each column of a table is. Open if no column is a title: then there is nothing to import yet. */
function ColumnsFields({ columns, onColumns }: ColumnsFieldsProps) {
  const fields = Object.values(columns);
  return (
    <details open={!fields.includes('title')}>
      <summary>
        {i18n.t('import.columns', [fields.filter((field) => field !== 'none').length, fields.length])}
      </summary>
      <div class="columns">
        {Object.entries(columns).map(([heading, field]) => (
          <label key={heading} class="beside">
            <span dir="auto">{heading}</span>
            <select
              value={field}
              onChange={({ currentTarget }) => {
                const chosen = currentTarget.value as ColumnField;
                keepColumn(heading, chosen);
                onColumns({ ...columns, [heading]: chosen });
              }}
            >
              {COLUMN_FIELDS.map((one) => (
                <option key={one} value={one}>
                  {i18n.t(`import.column.${one}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}

interface KeepFieldsProps {
  own: ImportPlan['own'];
  keep: NonNullable<Source['keep']>;
  onKeep(keep: NonNullable<Source['keep']>): void;
}

const OWN_PARTS: readonly OwnPart[] = ['tags', 'collections', 'childNotes'];

/** Whether what their owner added comes along: only what is there can be chosen. */
function KeepFields({ own, keep, onKeep }: KeepFieldsProps) {
  return (
    <>
      {OWN_PARTS.filter((part) => own[part] > 0).map((part) => (
        <label key={part} class="tick">
          <input
            type="checkbox"
            checked={keep[part]}
            onChange={({ currentTarget }) => onKeep({ ...keep, [part]: currentTarget.checked })}
          />
          {i18n.t(`import.keep.${part}`, own[part])}
        </label>
      ))}
    </>
  );
}
