/** The parts of the product that the benchmark of file formats needs. */
export { readBibtex, readingBibtex } from '@/utils/formats/bibtex/read-bibtex';
export { papermemory } from '@/utils/formats/papermemory/papermemory';
export { sourceOfText } from '@/utils/formats/parts/source-file';
export { squash } from '@/utils/text/clean';
export { drawTex } from '@/utils/text/draw-tex';
