import type { OffprintDatabase } from './database';
export interface TagUse {
  tag: string;
  count: number;
  usedAt: string;
}
export async function allTags(_db: OffprintDatabase): Promise<TagUse[]> {
  return [];
}
