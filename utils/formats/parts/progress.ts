/** How far reading is. All readers tell it in one way: by the place that they have come to. */

/** Hears which share is done, from 0 to 1. */
export type OnShare = (share: number) => void;

/** Most times that a share is told. */
const STEPS = 200;

/** A function to be called with every place, each not before the last; it passes on a few of them, as shares of the length. */
export function sharesOf(length: number, onShare: OnShare | undefined): (place: number) => void {
  const step = length / STEPS;
  let next = step;
  return (place) => {
    if (!onShare || place < next) return;
    next = place + step;
    onShare(Math.min(1, place / length));
  };
}
