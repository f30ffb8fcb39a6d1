import type { Mention } from './walk';

/** The mentions of one paper and the parts of the page that are about it alone. */
export interface Item {
  mentions: Mention[];
  /** Neighbours in the page; empty where only a line of text names the paper. */
  nodes: Node[];
  /** Amid sentences: what stands around it is no title. */
  prose: boolean;
  /** Carries on a sentence within an entry: a sentence before it is no title. */
  free: boolean;
}
