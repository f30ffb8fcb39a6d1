/** What inline elements set off in a row. Pure. */

/** A stretch of a row that one inline element, or none, sets off. */
export interface Run {
  /** Its place in the text of the row. */
  start: number;
  end: number;
  /** What sets it off: `b.title`, `em`; empty for plain text. */
  shape: string;
}

/** Texts of a row, with the inline elements that set each off, the outermost first. */
export type Pieces = { start: number; end: number; frames: { element: Element; shape: string }[] }[];

/** The runs of a row: what its inline elements set off, but for those around all of it. */
export function runsOf(pieces: Pieces, depth = 0): Run[] {
  const groups: Pieces[] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group && group[0]?.frames[depth] === piece.frames[depth]) group.push(piece);
    else groups.push([piece]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    const frame = first?.frames[depth];
    const [start, end] = [first?.start ?? 0, group.at(-1)?.end ?? 0];
    if (!frame) return [{ start, end, shape: '' }];
    if (group.length === 1)
      return [
        {
          start,
          end,
          shape: (first?.frames ?? [])
            .slice(depth)
            .map(({ shape }) => shape)
            .join('>'),
        },
      ];
    const inner = runsOf(group, depth + 1);
    const plain = inner
      .filter(({ shape }) => shape === '')
      .reduce((sum, run) => sum + run.end - run.start, 0);
    if (plain < 0.3 * (end - start))
      return inner.map((run) => ({ ...run, shape: run.shape && `${frame.shape}>${run.shape}` }));
    return [{ start, end, shape: frame.shape }];
  });
}
