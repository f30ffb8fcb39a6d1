/** What bibliographies are sorted by. */
import type { CslItem } from '@/utils/formats/parts/csl-item';

/** Authors, else editors, else the title, name by name; in some styles the particle comes first: `van Beethoven`. */
export function authorKeys({ author, editor, title = '' }: CslItem, particleFirst: boolean): string[] {
  const people = author ?? editor;
  if (!people) return [title];
  return [
    people
      .map((name) => {
        if ('literal' in name) return name.literal;
        const { family, given, 'non-dropping-particle': particle, suffix } = name;
        const parts = particleFirst ? [particle, family, given, suffix] : [family, given, particle, suffix];
        return parts.filter(Boolean).join(' ');
      })
      .join(' '),
  ];
}

/** The date as a text that sorts; works without one come first. */
export function dateKey({ issued }: CslItem): string {
  return (issued?.['date-parts'][0] ?? []).map((part) => String(part).padStart(4, '0')).join('-');
}

const COLLATOR = new Intl.Collator('en');

/** The order of two lists of keys. */
export function byKeys(left: readonly string[], right: readonly string[]): number {
  const at = left.findIndex((key, index) => COLLATOR.compare(key, right[index] ?? '') !== 0);
  return at < 0 ? 0 : COLLATOR.compare(left[at] ?? '', right[at] ?? '');
}
