/** The same object without its `undefined` and empty-string values: absent values are left out, never null or "". */
export function present<T extends object>(values: { [K in keyof T]?: T[K] | undefined | '' }): T {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}
