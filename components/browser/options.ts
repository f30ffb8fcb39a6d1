/**
 * The options, for whoever draws: what reads them while it is drawn is drawn anew when they change. They are the library's
 * (storage/options.ts), but a page cannot wait for it before it draws.
 */
import { signal } from '@preact/signals';
import { sendMessage } from '@/utils/messages';
import { OPTION_NAMES, type OptionName, type Options } from '@/utils/options';
import { applyTheme, KEY, keepOptions, keptOptions } from './kept-options';

export const options = signal(keptOptions());

// Another page of ours chose something.
addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) options.value = keptOptions();
});

/** Chooses options, at once on all pages of this browser; the library keeps them. */
export function chooseOptions(change: Partial<Options>): void {
  adoptOptions(change);
  // A library that cannot be opened keeps nothing; this browser still does what was chosen.
  void sendMessage('setOptions', change).catch(() => undefined);
}

/** Does as the library says, where that is not what is done already. */
export function adoptOptions(change: Partial<Options>): void {
  const next = { ...options.peek(), ...change };
  if (OPTION_NAMES.every((name: OptionName) => next[name] === options.peek()[name])) return;
  options.value = next;
  keepOptions(next);
  applyTheme(next, document.documentElement);
}
