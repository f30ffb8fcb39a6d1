/**
 * A paper's identifiers by namespace. A preprint and its article have a DOI each, so one namespace may have several values.
 */

/** One value as a string, several as a sorted array. */
export type Identifiers = Readonly<Record<string, string | readonly string[]>>;

export type NamedIdentifier = [namespace: string, value: string];

/** All values, each with its namespace, in the order of the namespaces. */
export function namedIdentifiers(identifiers: Identifiers): NamedIdentifier[] {
  return Object.entries(identifiers).flatMap(([name, values]) =>
    [values].flat().map((value): NamedIdentifier => [name, value]),
  );
}

/** All of them as text, `namespace:value`, in the same order. */
export function identifierTexts(identifiers: Identifiers): string[] {
  return namedIdentifiers(identifiers).map((named) => named.join(':'));
}

/** The values in one namespace, the one shown first in front. */
export function valuesIn(identifiers: Identifiers, namespace: string): readonly string[] {
  const values = identifiers[namespace];
  return values === undefined ? [] : [values].flat();
}

/** All of these; a namespace comes where it was named first. */
export function gatherIdentifiers(named: Iterable<NamedIdentifier>): Record<string, string | string[]> {
  const found = new Map<string, Set<string>>();
  for (const [name, value] of named) found.set(name, (found.get(name) ?? new Set()).add(value));
  return Object.fromEntries(
    [...found].map(([name, values]) => {
      const [first = '', ...more] = [...values].sort();
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}
