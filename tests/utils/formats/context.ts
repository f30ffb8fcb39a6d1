import type { FileContext } from '@/utils/formats/parts/format';

/** What reading depends on besides the file, in tests. */
export const CONTEXT: FileContext = { today: '2026-11-28' };
