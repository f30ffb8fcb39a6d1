import { defineContentScript } from '#imports';
import { arxiv } from '@/utils/reading/sites/arxiv';
import { giveSite } from './listing/given-site';

export default defineContentScript({
  matches: [...arxiv.matches],
  runAt: 'document_idle',
  main: () => giveSite(arxiv),
});
