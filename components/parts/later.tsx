import type { ComponentType, VNode } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';

/** Code that is not there after so long is asked for anew: a view that was opened must not stay empty. */
const PATIENCE_MS = 3000;

/** A view whose code is loaded apart from the page's. */
export interface Later<Props> {
  /** Draws the view, or nothing until its code is there. */
  (props: Props): VNode | null;
  /** Loads the code ahead, so that the view is drawn at once. Rejects if it cannot be loaded; it is tried again then. */
  load(): Promise<void>;
}

/** Keeps a view's code out of what must be loaded before the first rows are drawn. */
export function later<Props extends object>(find: () => Promise<ComponentType<Props>>): Later<Props> {
  let Found: ComponentType<Props> | undefined;
  let finding: Promise<void> | undefined;

  function load(): Promise<void> {
    finding ??= find().then(
      (found) => {
        Found = found;
      },
      (error) => {
        finding = undefined;
        throw error;
      },
    );
    return finding;
  }

  function View(props: Props) {
    const [, draw] = useReducer<number, void>((times) => times + 1, 0);
    useEffect(() => {
      if (Found) return;
      const attempt = () =>
        load().then(
          () => draw(),
          () => undefined, // it is tried again
        );
      const again = setInterval(() => {
        if (Found) return clearInterval(again);
        finding = undefined;
        void attempt();
      }, PATIENCE_MS);
      void attempt();
      return () => clearInterval(again);
    }, []);
    return Found ? <Found {...props} /> : null;
  }

  return Object.assign(View, { load });
}
