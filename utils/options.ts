/** What a person can choose about how Offprint looks and acts. Pure, and without zod: pages read it before they draw. */

import { isKeyPattern, KEY_PATTERN } from './paper/key-pattern';

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
  /** In which style a citation is copied: the one that was chosen last. */
  citationStyle: ['apa', 'mla', 'chicago', 'ieee', 'vancouver'],
} as const;

/** Options that are typed: what holds at first, and what can be chosen. */
export const TEXTS = {
  /** How citation keys are made. */
  keyPattern: { first: KEY_PATTERN, holds: isKeyPattern },
} as const;

type ChoiceName = keyof typeof CHOICES;
type TextName = keyof typeof TEXTS;

export type OptionName = ChoiceName | TextName;
export type Options = { [Name in ChoiceName]: (typeof CHOICES)[Name][number] } & {
  [Name in TextName]: string;
};

export const OPTION_NAMES = [...Object.keys(CHOICES), ...Object.keys(TEXTS)] as OptionName[];

/** Those that hold at first. */
export const DEFAULTS = Object.fromEntries(OPTION_NAMES.map((name) => [name, firstOf(name)])) as Options;

function firstOf(name: OptionName): unknown {
  return name in TEXTS ? TEXTS[name as TextName].first : CHOICES[name as ChoiceName][0];
}

function holds(name: OptionName, value: unknown): boolean {
  if (name in TEXTS) return typeof value === 'string' && TEXTS[name as TextName].holds(value);
  return (CHOICES[name as ChoiceName] as readonly unknown[]).includes(value);
}

/** The options in a value that anybody may have written. What is no value of an option is left out. */
export function optionsIn(value: unknown): Partial<Options> {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Record<string, unknown>;
  const known = OPTION_NAMES.filter((name) => holds(name, given[name]));
  return Object.fromEntries(known.map((name) => [name, given[name]]));
}
