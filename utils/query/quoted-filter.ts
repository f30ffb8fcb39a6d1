/** A condition on one field as one types it: `author:"Ada Byron"`. Quotes in the value cannot be typed, so they are left out. */
export function quotedFilter(field: string, value: string): string {
  return `${field}:"${value
    .replace(/["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}"`;
}
