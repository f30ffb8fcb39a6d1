/** The parts of the product that the benchmark of file formats needs. */
export { readBibtex, readingBibtex } from '@/utils/formats/bibtex/read-bibtex';
export { readCslJson } from '@/utils/formats/csl-json/read-csl-json';
export { readEnw } from '@/utils/formats/endnote/read-enw';
export { readNbib } from '@/utils/formats/nbib/read-nbib';
export { readRis } from '@/utils/formats/ris/read-ris';
export { readWos } from '@/utils/formats/web-of-science/read-wos';
export { squash } from '@/utils/text/clean';
export { drawTex } from '@/utils/text/draw-tex';
