import { defineContentScript } from '#imports';
import { huggingface } from '@/utils/reading/sites/huggingface';
import { watchListing } from './listing/watch-listing';

export default defineContentScript({
  matches: [...huggingface.matches],
  runAt: 'document_idle',
  main: () => watchListing(huggingface),
});
