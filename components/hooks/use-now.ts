import { useRef } from 'preact/hooks';

const MINUTE = 60_000;

/** The time when this was drawn, to the minute: the same object within one, so that what is told of it need not be drawn again. */
export function useNow(): Date {
  const drawn = new Date();
  const now = useRef(drawn);
  if (Math.floor(drawn.getTime() / MINUTE) !== Math.floor(now.current.getTime() / MINUTE))
    now.current = drawn;
  return now.current;
}
