/** BibTeX, which LaTeX and everything that deals with literature reads. */
import type { FormatModule } from '../parts/format';
import { writerOf } from './write-entries';

export const bibtex = { write: writerOf('bibtex') } satisfies FormatModule;
