import { defineContentScript } from '#imports';
import { aclAnthology } from '@/utils/reading/sites/acl-anthology';
import { giveSite } from './listing/given-site';

// Registered by the background once the user allows the site.
export default defineContentScript({
  registration: 'runtime',
  main: () => giveSite(aclAnthology),
});
