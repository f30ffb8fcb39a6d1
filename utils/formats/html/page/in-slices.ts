/** Work on many things that leaves the page its time. */

/** How long one slice takes (ms): short enough for a letter to be typed behind it. */
const SLICE = 30;

/**
 * Does something with each of some things, a few at a time; what else the page has to do comes between. `now` tells
 * milliseconds.
 *
 * @param onSlice is told after each slice how many were done by then
 */
export async function inSlices<T>(
  things: readonly T[],
  act: (thing: T) => void,
  onSlice: (done: number) => void,
  now: () => number,
): Promise<void> {
  for (let done = 0; done < things.length; ) {
    const end = now() + SLICE;
    do act(things[done++] as T);
    while (done < things.length && now() < end);
    onSlice(done);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
