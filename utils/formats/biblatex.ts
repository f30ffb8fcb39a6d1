/** BibLaTeX, the younger dialect of BibTeX: it knows dates, preprints and data sets. */
import { writerOf } from './bibtex/write-entries';
import type { FormatModule } from './parts/format';

export const biblatex = { write: writerOf('biblatex') } satisfies FormatModule;
