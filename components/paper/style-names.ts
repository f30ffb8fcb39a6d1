import type { Options } from '@/utils/options';

/** How the styles of citations are called: proper names, the same in every language. */
export const STYLE_NAMES: Record<Options['citationStyle'], string> = {
  apa: 'APA',
  mla: 'MLA',
  chicago: 'Chicago',
  ieee: 'IEEE',
  vancouver: 'Vancouver',
};
