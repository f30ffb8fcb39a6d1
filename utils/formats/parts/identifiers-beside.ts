/** Identifiers that have no place of their own in a format. */
import { type Identifiers, namedIdentifiers } from '@/utils/paper/identifiers';

/** As `namespace:value`, without those of some namespaces. */
export function identifiersBeside(identifiers: Identifiers, known: readonly string[]): string[] {
  return namedIdentifiers(identifiers)
    .filter(([name]) => !known.includes(name))
    .map((named) => named.join(':'));
}
