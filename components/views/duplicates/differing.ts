/** In what two records differ, as a person compares them. Pure. */
import { EDITABLE_FIELDS, type EditableField } from '@/utils/paper/fields';
import { identifierTexts } from '@/utils/paper/identifiers';
import type { Paper } from '@/utils/paper/schema';

export interface Difference {
  field: EditableField | 'identifiers';
  /** The text of each record; '' where it has none. */
  texts: [string, string];
  /** Whether one of the two can be chosen. What only one has, and identifiers, come along in any case. */
  choice: boolean;
}

/** Fields of which at least one record has something that the other has not, in the order of an export. */
export function differing(one: Paper, other: Paper): Difference[] {
  const fields = EDITABLE_FIELDS.map((field): Difference => {
    const texts: [string, string] = [textOf(one[field]), textOf(other[field])];
    return { field, texts, choice: texts[0] !== '' && texts[1] !== '' };
  });
  const texts = ({ identifiers }: Paper) => identifierTexts(identifiers).join(', ');
  const identifiers: [string, string] = [texts(one), texts(other)];
  return [...fields, { field: 'identifiers' as const, texts: identifiers, choice: false }].filter(
    ({ texts }) => texts[0] !== texts[1],
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return value === undefined ? '' : String(value);
}
