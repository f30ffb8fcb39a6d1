import { Lock } from 'lucide';
import { useId } from 'preact/hooks';
import { spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { fieldName } from '@/components/hooks/field-name';
import { Icon } from '@/components/parts/icon';
import { type Claim, statedClaims } from '@/utils/paper/claims';
import { type EditableField, PUBLICATION_TYPES, rowOf } from '@/utils/paper/fields';
import type { Paper } from '@/utils/paper/schema';
import { textOf } from './typed';

interface EditFieldProps {
  paper: Paper;
  field: EditableField;
  value: string;
  onType(value: string): void;
  /** Gives the field back to its sources. */
  onGiveBack(): void;
}

/** Kinds of fields that have more than a line. */
const LONG = new Set(['prose', 'names']);

/** One field of a paper: what is typed into it, whether it is locked, and what the sources say. */
export function EditField({ paper, field, value, onType, onGiveBack }: EditFieldProps) {
  const id = useId();
  const { kind } = rowOf(field);
  const locked = paper.edited.includes(field);
  const claims = latestBySite(statedClaims(paper, field));
  const shared = {
    id,
    value,
    spellcheck: kind === 'prose',
    'aria-describedby': locked ? `${id}-lock` : undefined,
  };
  return (
    <div class={`edit-field ${kind}`}>
      <label for={id}>{fieldName(field)}</label>
      {kind === 'type' ? (
        <select {...shared} onChange={({ currentTarget }) => onType(currentTarget.value)}>
          <option value="">—</option>
          {PUBLICATION_TYPES.map((type) => (
            <option key={type} value={type}>
              {i18n.t(`type.${type}`)}
            </option>
          ))}
        </select>
      ) : LONG.has(kind) ? (
        <textarea
          {...shared}
          dir="auto"
          rows={field === 'abstract' ? 8 : 3}
          onInput={({ currentTarget }) => onType(currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          dir="auto"
          placeholder={kind === 'day' ? 'YYYY-MM-DD' : undefined}
          onInput={({ currentTarget }) => onType(currentTarget.value)}
        />
      )}
      {locked && (
        <p class="lock" id={`${id}-lock`}>
          <Icon of={Lock} /> {i18n.t('paperPage.locked')}
          <button type="button" class="link" onClick={onGiveBack}>
            {i18n.t('paperPage.giveBack')}
          </button>
        </p>
      )}
      {locked && <Claims field={field} claims={claims} onUse={onType} />}
      {!locked && claims.length > 1 && <Claims field={field} claims={claims} onUse={onType} />}
    </div>
  );
}

interface ClaimsProps {
  field: EditableField;
  claims: readonly Claim[];
  onUse(value: string): void;
}

/** What each site says of a field, and since when. */
function Claims({ field, claims, onUse }: ClaimsProps) {
  if (claims.length === 0) return null;
  const now = new Date();
  return (
    <details class="claims">
      <summary>{i18n.t('paperPage.sources', claims.length)}</summary>
      <ul>
        {claims.map(({ site, at, value }) => (
          <li key={site}>
            <p class="facts">
              <span>{site}</span>
              <time dateTime={at}>{spokenMoment(at, now)}</time>
              <button
                type="button"
                class="link"
                aria-label={i18n.t('paperPage.useLabel', [fieldName(field) ?? field, site])}
                onClick={() => onUse(textOf(value))}
              >
                {i18n.t('paperPage.use')}
              </button>
            </p>
            <p dir="auto">{textOf(value)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The last claim of each site. */
function latestBySite(claims: readonly Claim[]): Claim[] {
  const bySite = new Map<string, Claim>();
  for (const claim of claims) {
    const known = bySite.get(claim.site);
    if (!known || known.at <= claim.at) bySite.set(claim.site, claim);
  }
  return [...bySite.values()];
}
