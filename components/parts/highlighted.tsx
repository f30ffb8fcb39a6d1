import { highlight } from '@/utils/text/highlight';

interface HighlightedProps {
  text: string;
  /** Folded terms that matched. */
  terms: ReadonlySet<string>;
}

/** Text with the matched words marked; text nodes only, whatever the text says. */
export function Highlighted({ text, terms }: HighlightedProps) {
  return <>{highlight(text, terms).map(({ text: piece, hit }) => (hit ? <mark>{piece}</mark> : piece))}</>;
}
