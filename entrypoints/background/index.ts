import { defineBackground } from '#imports';
import { OffprintDatabase } from '@/storage/database';
import { onMessage } from '@/utils/messages';
import { createHandlers } from './handlers';
import { tellListings } from './tell-listings';

export default defineBackground({
  type: 'module',
  main() {
    // Listeners must stand before the first turn of the event loop ends, or the message that woke the worker is lost.
    const handlers = createHandlers(new OffprintDatabase(), tellListings);
    onMessage('saveCards', handlers.saveCards);
    onMessage('sightCards', handlers.sightCards);
    onMessage('removePapers', handlers.removePapers);
    onMessage('undo', handlers.undo);
  },
});
