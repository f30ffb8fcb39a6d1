/** Receives the name of a site whose reader failed on a card, and the error. */
export type Report = (site: string, error: unknown) => void;

/** Warns once per distinct error, so that thousands of cards failing in the same way give one line. */
export function reportOnce(warn: (...words: unknown[]) => void): Report {
  const told = new Set<string>();
  return (site, error) => {
    const complaint = `${site}: ${error}`;
    if (told.has(complaint)) return;
    told.add(complaint);
    warn('[offprint]', site, error);
  };
}
