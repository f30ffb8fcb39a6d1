import type { ComponentType, VNode } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';

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
      if (!Found) void load().then(() => draw());
    }, []);
    return Found ? <Found {...props} /> : null;
  }

  return Object.assign(View, { load });
}
