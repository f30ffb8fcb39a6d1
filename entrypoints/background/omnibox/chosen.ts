/** What was chosen in the address bar: a place, or words to search for. Pure. */

export type Chosen = { address: string } | { query: string };

/** `own` is the origin of our pages, which show papers that have no address. */
export function chosenIn(text: string, own: string): Chosen {
  const trimmed = text.trim();
  const isPlace = !/\s/.test(trimmed) && URL.canParse(trimmed);
  const { protocol, href } = isPlace ? new URL(trimmed) : { protocol: '', href: '' };
  // The worker that suggested it may be gone, so the text itself has to tell. `title:graph` parses as an address, too.
  const known = protocol === 'https:' || protocol === 'http:' || href.startsWith(`${own}/`);
  return known ? { address: href } : { query: trimmed };
}
