import { defineContentScript } from '#imports';
import { huggingface } from '@/utils/sites/huggingface';
import { watchListing } from './listing/watch-listing';

export default defineContentScript({
  matches: [...huggingface.matches],
  runAt: 'document_idle',
  main: () => watchListing(huggingface),
});
