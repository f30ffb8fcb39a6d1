/** What a step changed of a paper, in words. */
import { i18n } from '@/components/browser/words';
import { fieldName } from '@/components/hooks/field-name';
import { identifierTexts } from '@/utils/paper/identifiers';
import type { Paper } from '@/utils/paper/schema';
import { textOf } from './typed';

export interface ChangedField {
  /** As a record calls it. */
  field: string;
  name: string;
  /** What it was, as text; '' if it was empty. */
  before: string;
}

const MARKS = ['status', 'starred', 'tags', 'note'] as const;

/** The fields that differ and that the interface shows. None if the paper came or left. */
export function changedFields(
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown> | undefined,
): ChangedField[] {
  if (!before || !after) return [];
  const differing = Object.keys({ ...before, ...after }).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  // The same day may stand there, no longer inferred.
  const surer = differing.includes('publishedAtInferred') && !differing.includes('publishedAt');
  return [...differing, ...(surer ? ['publishedAt'] : [])].flatMap((field) => {
    const mark = MARKS.find((one) => one === field);
    const name = mark ? i18n.t(`field.${mark}`) : fieldName(field);
    return name === undefined ? [] : [{ field, name, before: wordsOf(field, before[field]) }];
  });
}

function wordsOf(field: string, value: unknown): string {
  if (field === 'status' && value) return i18n.t(`status.${value as Paper['status']}`);
  if (field === 'starred') return i18n.t(value ? 'paperPage.on' : 'paperPage.off');
  if (field === 'identifiers' && value) return identifierTexts(value as Paper['identifiers']).join(', ');
  if (field === 'nameParts') return '';
  return Array.isArray(value) ? value.join(', ') : textOf(value);
}
