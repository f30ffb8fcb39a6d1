/** Lists of papers by how the person marked them. */
import { BookOpen, BookOpenCheck, Inbox, Library, Star } from 'lucide';

export const MARKED = {
  all: { query: '', icon: Library },
  inbox: { query: 'is:unread', icon: Inbox },
  reading: { query: 'is:reading', icon: BookOpen },
  read: { query: 'is:read', icon: BookOpenCheck },
  starred: { query: 'is:starred', icon: Star },
} as const;

export type Marked = keyof typeof MARKED;
