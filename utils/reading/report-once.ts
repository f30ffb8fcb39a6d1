/** Hears the name of a site whose reader broke at a card, and what broke. */
export type Report = (site: string, error: unknown) => void;

/** Warns with each complaint once: thousands of cards that break in the same way are one line. */
export function reportOnce(warn: (...words: unknown[]) => void): Report {
  const told = new Set<string>();
  return (site, error) => {
    const complaint = `${site}: ${error}`;
    if (told.has(complaint)) return;
    told.add(complaint);
    warn('[offprint]', site, error);
  };
}
