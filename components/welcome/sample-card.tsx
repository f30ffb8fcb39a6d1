import { useEffect, useRef } from 'preact/hooks';
import type { Sample } from './sample';

/** A button as listings have it, mounted somewhere. Its face is drawn for a title. */
export interface CardButton {
  host: HTMLElement;
  show(state: 'save' | 'saved', title: string): void;
}

/** Makes one; `press` hears presses of a person. */
export type MakeButton = (press: () => void) => CardButton;

interface SampleCardProps {
  sample: Sample;
  saved: boolean;
  makeButton: MakeButton;
  onPress(): void;
}

/** A card of a listing, drawn here, with the very button that cards get elsewhere. */
export function SampleCard({ sample, saved, makeButton, onPress }: SampleCardProps) {
  const card = useRef<HTMLElement>(null);
  const button = useRef<CardButton>(undefined);
  const latest = useRef(onPress);
  latest.current = onPress;
  useEffect(() => {
    button.current = makeButton(() => latest.current());
    card.current?.append(button.current.host);
    return () => button.current?.host.remove();
  }, [makeButton]);
  useEffect(() => button.current?.show(saved ? 'saved' : 'save', sample.title), [saved, sample, makeButton]);
  return (
    <article class={saved ? 'sample' : 'sample beckons'} ref={card}>
      <h3>{sample.title}</h3>
      <p>{sample.authors.join(', ')}</p>
      <p>{sample.abstract}</p>
    </article>
  );
}
