/** A search that answers as it is told, for components that ask it. */
import { vi } from 'vitest';
import type { Finder } from '@/components/desk/store';

/** By default it finds nothing and knows no names. */
export function libraryAnswers(given: Partial<Finder['library']> = {}): Finder['library'] {
  return {
    find: vi.fn<Finder['library']['find']>(async () => ({
      ...{ hits: [], total: 0, meant: 0, trashed: false },
      read: async () => [],
      placeOf: async () => undefined,
    })),
    similar: vi.fn<Finder['library']['similar']>(async () => []),
    count: vi.fn<Finder['library']['count']>(async () => 0),
    names: vi.fn<Finder['library']['names']>(async () => []),
    ...given,
  };
}
