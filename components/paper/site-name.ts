import { i18n } from '@/components/browser/words';
import { SITES } from '@/utils/reading/sites';

/** Sources that are no site with a name. */
const OTHERS = ['web', 'text', 'import', 'user'] as const;

/** What people call a source of papers; its id if nobody knows more, as of a site that a file names. */
export function siteName(id: string): string {
  if (id === 'huggingface') return i18n.t('place.huggingface'); // as a site it is named for one of its listings
  const site = SITES.find((one) => one.id === id);
  if (site) return site.name;
  const other = OTHERS.find((one) => one === id);
  return other ? i18n.t(`site.${other}`) : id;
}
