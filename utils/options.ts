/** What a person can choose about how Offprint looks and acts. Pure, and without zod: pages read it before they draw. */

/** The values of each option, the one that holds at first in front. */
export const CHOICES = {
  /** Light or dark, or as the system has it. */
  theme: ['system', 'light', 'dark'],
  /** How much room a row takes. */
  density: ['comfortable', 'compact'],
  /** Moments of today as “2 h ago”, or always as their day and time. */
  dates: ['relative', 'absolute'],
  /** Whether an unread paper counts as being read once it is opened. */
  statusFollows: [false, true],
} as const;

export type OptionName = keyof typeof CHOICES;
export type Options = { [Name in OptionName]: (typeof CHOICES)[Name][number] };

export const OPTION_NAMES = Object.keys(CHOICES) as OptionName[];

/** Those that hold at first. */
export const DEFAULTS = Object.fromEntries(OPTION_NAMES.map((name) => [name, CHOICES[name][0]])) as Options;

/** The options in a value that anybody may have written. What is no value of an option is left out. */
export function optionsIn(value: unknown): Partial<Options> {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Record<string, unknown>;
  const known = OPTION_NAMES.filter((name) => (CHOICES[name] as readonly unknown[]).includes(given[name]));
  return Object.fromEntries(known.map((name) => [name, given[name]]));
}
