import { defineContentScript } from '#imports';
import { huggingface } from '@/utils/reading/sites/huggingface';
import { giveSite } from './listing/given-site';

export default defineContentScript({
  matches: [...huggingface.matches],
  runAt: 'document_idle',
  main: () => giveSite(huggingface),
});
