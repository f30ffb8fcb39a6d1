/** The copy of the options that every page of ours reads before it draws. It is loaded by look.js, so it stays small. */
import { DEFAULTS, type Options, optionsIn } from '@/utils/options';

export const KEY = 'offprint-options';

/** The options as this browser has them. */
export function keptOptions(): Options {
  return { ...DEFAULTS, ...before(), ...optionsIn(parsed(localStorage.getItem(KEY))) };
}

export function keepOptions(options: Options): void {
  localStorage.setItem(KEY, JSON.stringify(options));
}

/** Shows our page in its theme. All colours follow the scheme (assets/tokens.css). */
export function applyTheme({ theme }: Options, root: HTMLElement): void {
  root.style.colorScheme = theme === 'system' ? '' : theme;
}

/** Two options had keys of their own before there were more. */
function before(): Partial<Options> {
  return {
    density: localStorage.getItem('offprint-density') === 'compact' ? 'compact' : 'comfortable',
    statusFollows: localStorage.getItem('offprint-status-follows') === 'yes',
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}
