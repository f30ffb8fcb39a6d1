/** The parts of the product that the benchmark of file formats needs. */
export { readFiles } from '@/storage/import/read-files';
export { readBibtex } from '@/utils/formats/bibtex/read-bibtex';
export { SourceFile } from '@/utils/formats/parts/source-file';
export { squash } from '@/utils/text/clean';
export { drawTex } from '@/utils/text/draw-tex';
