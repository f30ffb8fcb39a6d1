/** A paper as another source would write it. What is disturbed is drawn from `random` (0 to 1), so a seed repeats it. */

/** A small generator of numbers (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A name written `Last, Given`; others are names of groups, or one word, and stay. */
export function otherName(name: string, random: () => number): string {
  const [last = '', given = ''] = name.split(/,\s*/);
  const initials = given.replace(/[^\p{Lu}]/gu, '');
  if (!given) return name;
  const forms = [
    `${given} ${last}`,
    ...(initials ? [`${last} ${initials}`, `${last}, ${initials}`, `${initials} ${last}`.toUpperCase()] : []),
    `${last}, ${given}, Jr.`,
  ];
  return pick(forms, random) ?? name;
}

/** Case, punctuation or Unicode form, and no markup. */
export function otherTitle(marked: string, random: () => number): string {
  const title = marked.replace(/<[^<>]+>/g, '');
  const forms = [
    title.toUpperCase(),
    title.toLowerCase(),
    title.replace(/[^\p{L}\p{N} ]/gu, ' '),
    title.normalize('NFD'),
    `${title}.`,
  ];
  return pick(forms, random) ?? title;
}

/** Four fifths of the abstracts, cut. */
export function otherAbstract(abstract: string, random: () => number): string | undefined {
  return random() < 0.8 ? abstract.slice(0, 150 + Math.floor(random() * 800)) : undefined;
}

/** A day, cut or left out; a tenth of them a year later, as in print. */
export function otherDay(day: string, random: () => number): string | undefined {
  const year = day.slice(0, 4);
  if (random() < 0.1) return String(Number(year) + 1);
  return pick([day, day.slice(0, 7), year, undefined], random);
}

function pick<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)];
}
