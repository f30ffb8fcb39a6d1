import { defineContentScript } from '#imports';
import { arxiv } from '@/utils/reading/sites/arxiv';
import { watchListing } from './listing/watch-listing';

export default defineContentScript({
  matches: [...arxiv.matches],
  runAt: 'document_idle',
  main: () => watchListing(arxiv),
});
