import type { ComponentChildren } from 'preact';
import { useLostFocus } from '@/components/hooks/use-lost-focus';
import '@/components/views/import/import-view.css';

interface ProgressProps {
  words: string;
  /** 0 to 1, if it is known. */
  share: number | undefined;
  busy?: boolean;
  children?: ComponentChildren;
}

/** Something that takes a while, and what can be done about it. */
export function Progress({ words, share, busy = true, children }: ProgressProps) {
  const status = useLostFocus<HTMLParagraphElement>();
  return (
    <section class="import" aria-busy={busy}>
      <p role="status" tabIndex={-1} ref={status}>
        {words}
      </p>
      <progress value={share} aria-label={words} />
      {children && <div class="row">{children}</div>}
    </section>
  );
}
