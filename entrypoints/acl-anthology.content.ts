import { defineContentScript } from '#imports';
import { aclAnthology } from '@/utils/reading/sites/acl-anthology';
import { watchListing } from './listing/watch-listing';

// Registered by the background once the user allows the site.
export default defineContentScript({
  registration: 'runtime',
  main: () => watchListing(aclAnthology),
});
