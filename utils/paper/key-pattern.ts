/** How citation keys are made. Plain data: pages that only draw options load nothing else for it. */

/** What a pattern can have in braces: the first author's family name, the year, the first word of the title that says anything. */
export const KEY_PARTS = ['author', 'year', 'title'] as const;
export type KeyPart = (typeof KEY_PARTS)[number];

export const KEY_PATTERN = '{author}{year}{title}';

/** Whether a pattern has nothing but these parts, at least one, and characters that a key can have. */
export function isKeyPattern(pattern: string): boolean {
  const rest = pattern.replace(/\{(\w+)\}/g, (whole, name) => (KEY_PARTS.includes(name) ? '' : whole));
  return rest !== pattern && pattern.length <= 60 && !/[^\w:.+/-]/.test(rest);
}
