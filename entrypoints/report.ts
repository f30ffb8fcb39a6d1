/** Runs in a page when the user asks for a report of its structure, and answers with it. Nothing of it stays there. */
import { defineUnlistedScript } from '#imports';
import { scrub } from '@/utils/reading/sites/scrub';

export default defineUnlistedScript(() => scrub(document, new URL(location.href)));
