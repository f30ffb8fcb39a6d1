/** The first script of every page of ours: it sets the theme before anything is painted, and when another page changes it. */
import { defineUnlistedScript } from '#imports';
import { applyTheme, keptOptions } from '@/components/browser/kept-options';

export default defineUnlistedScript(() => {
  const apply = () => applyTheme(keptOptions(), document.documentElement);
  apply();
  addEventListener('storage', apply);
});
