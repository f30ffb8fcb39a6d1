import { expect, test } from 'vitest';
import { readIdentifiers } from '@/utils/formats/bibtex/reading/read-identifiers';

test.each<[Record<string, string>, object]>([
  [{}, {}],
  [{ doi: 'https://doi.org/10.1016/J.cose.1' }, { doi: '10.1016/j.cose.1' }],
  [{ doi: String.raw`10.1007/978-3-642-15618-2{\_}19` }, { doi: '10.1007/978-3-642-15618-2_19' }],
  [{ doi: String.raw`10.1007/3-540\_12` }, { doi: '10.1007/3-540_12' }],
  [
    { doi: '10.1002/a(b)49:8$<$693::AID-ASI4$>$3.0.CO;2-O' },
    { doi: '10.1002/a(b)49:8<693::aid-asi4>3.0.co;2-o' },
  ],
  [{ url: 'https://doi.org/10.1007%2Fs10479' }, { doi: '10.1007/s10479' }],
  [{ doi: '10.1/nonsense' }, {}],
  [{ doi: '10.1000/a', url: 'https://doi.org/10.1000/b' }, { doi: '10.1000/a' }],
  [{ eprint: '1706.03762v5', archiveprefix: 'arXiv' }, { arxiv: '1706.03762' }],
  [{ eprint: '1706.03762', eprinttype: 'arxiv' }, { arxiv: '1706.03762' }],
  [{ eprint: 'arXiv:1706.03762' }, { arxiv: '1706.03762' }],
  [{ eprint: '9605043', arxivid: 'quant-ph/9605043' }, { arxiv: 'quant-ph/9605043' }],
  [{ eprint: '0309136', primaryclass: 'math.GT' }, { arxiv: 'math/0309136' }],
  [{ eprint: '12345', eprinttype: 'pubmed' }, { pmid: '12345' }],
  [{ eprint: '2401.00001', eprinttype: 'hdl' }, {}],
  [{ journal: 'arXiv preprint arXiv: 1703.10593' }, { arxiv: '1703.10593' }],
  [{ journal: 'Arxiv-1703.10593' }, { arxiv: '1703.10593' }],
  [{ journal: 'arXiv:1305.4904 [quant-ph]' }, { arxiv: '1305.4904' }],
  [{ journal: 'CoRR', volume: 'abs/1704.08305' }, { arxiv: '1704.08305' }],
  [{ note: 'arXiv:1305.4904 [quant-ph]' }, { arxiv: '1305.4904' }],
  [{ note: 'See also arXiv:1305.4904' }, {}],
  [{ doi: '10.48550/arXiv.1706.03762' }, { arxiv: '1706.03762' }],
  [{ url: 'http://arxiv.org/pdf/1512.02325.pdf' }, { arxiv: '1512.02325' }],
  [{ url: String.raw`\url{https://aclanthology.org/W17-3008/}` }, { acl: 'w17-3008' }],
  [{ howpublished: String.raw`\url{https://arxiv.org/abs/1512.02325}` }, { arxiv: '1512.02325' }],
  [
    { pmid: '15608231', pmcid: 'PMC540026' },
    { pmid: '15608231', pmcid: 'PMC540026' },
  ],
  [{ doi: '10.1000/%E0%A4%A' }, { doi: '10.1000/%e0%a4%a' }],
])('%j', (fields, identifiers) => {
  expect(readIdentifiers((name) => fields[name] ?? '')).toEqual(identifiers);
});
