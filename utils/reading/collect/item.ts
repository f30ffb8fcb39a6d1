import type { Mention } from './walk';

/** The mentions of one paper, and the parts of the page that are about it alone. */
export interface Item {
  mentions: Mention[];
  /** Adjacent nodes; empty if only a line of text names the paper. */
  nodes: Node[];
  /** Mentioned within sentences, so the text around it is not a title. */
  prose: boolean;
  /** Continues a sentence within an entry, so a sentence before it is not a title. */
  free: boolean;
}
