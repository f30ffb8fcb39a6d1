import type { ComponentChildren } from 'preact';
import './notice.css';

interface NoticeProps {
  title: string;
  hint?: string | undefined;
  /** A failure is announced at once; an empty list is not. */
  alarm?: boolean;
  /** What the person can do now. */
  children?: ComponentChildren;
}

/** A screen that says what is the matter and what to do: nothing saved yet, nothing found, library unreadable. */
export function Notice({ title, hint, alarm = false, children }: NoticeProps) {
  return (
    <div class={alarm ? 'notice alarm' : 'notice'} role={alarm ? 'alert' : undefined}>
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}
