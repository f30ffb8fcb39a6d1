/** The condition that a paper has exactly this tag, as one types it: a quotation mark in the tag is doubled. */
export function exactTag(tag: string): string {
  return `tag:="${tag.replaceAll('"', '""')}"`;
}

/** A condition on one field as one types it: `author:"Ada Byron"`. Quotes in the value cannot be typed, so they are left out. */
export function quotedFilter(field: string, value: string): string {
  return `${field}:"${value
    .replace(/["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}"`;
}
