import { expect, test } from 'vitest';
import { written } from '@/tests/utils/formats/written';
import { biblatex } from '@/utils/formats/biblatex';
import { SAMPLES } from './bibtex/sample-papers';

test('a preprint is online, with its whole date', async () => {
  const [light = ''] = (await written(biblatex, SAMPLES)).split('\n\n');
  expect(light.split('  abstract')[0]).toBe(
    [
      '@online{lamp2017light,',
      '  title = {Light Is All You Need},',
      '  author = {Lamp, Ada and Wick, Bo},',
      '  date = {2017-06-12},',
      '  doi = {10.48550/arXiv.1706.03762},',
      '  url = {https://arxiv.org/abs/1706.03762},',
      '  eprint = {1706.03762},',
      '  eprinttype = {arxiv},',
      '  eprintclass = {cs.CL},',
      '',
    ].join('\n'),
  );
});
