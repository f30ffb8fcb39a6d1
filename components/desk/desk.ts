/** What every view works with. The shell makes it once; views and rows take it from their context. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Commands } from '@/components/hooks/use-commands';
import type { OffprintDatabase } from '@/storage/database';
import type { Patch } from '@/utils/paper/patch';
import type { Paper } from '@/utils/paper/schema';
import type { Asked } from './place';
import type { Route } from './route';
import type { Store } from './store';
import type { Votes } from './votes';

export interface Desk {
  db: OffprintDatabase;
  store: Store;
  commands: Commands;
  /** Shows another place, the list with what it is `asked` there; Back leads here again. */
  go(route: Route, asked?: Partial<Asked>): void;
  /** Shows another paper in the place of the one beside the list. Back leads to where it would have led from that one. */
  leaf(id: string): void;
  /** Leads to the place before this one. */
  back(): void;
  /** Shows the papers that a query finds; Back leads here again. */
  search(query: string): void;
  /** Shows the papers that a query finds while it is typed. */
  type(query: string): void;
  /** Edits papers, at once to the eye; false if it failed, which is then told. */
  edit(ids: readonly string[], patch: Patch): Promise<boolean>;
  /** Tells that the person opened a paper's page or what is at `address`: its status follows, if that is wished for. */
  opened(id: string, address?: string): Promise<void>;
  votes: Votes;
  /** A record with the edits that wait. */
  shown(paper: Paper): Paper;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('drawn outside the shell');
  return desk;
}
