/** `npm run test:long` repeats in full what `npm test` repeats only so often that a usual mistake shows. */
export const LONG = Boolean(process.env.OFFPRINT_LONG);

/** How many of so many random runs are done now. */
export function runs(inFull: number): number {
  return LONG ? inFull : Math.ceil(inFull / 20);
}

/** How many random histories a property meets: in full a thousand, or as many as `OFFPRINT_HISTORIES` says. */
export function histories(now: number): number {
  return LONG ? Number(process.env.OFFPRINT_HISTORIES ?? 1000) : now;
}

/** Of an end-to-end test that `npm test` leaves out: widths, races, what takes long, another way to the same. */
export const ONLY_LONG = { tag: '@long' };
