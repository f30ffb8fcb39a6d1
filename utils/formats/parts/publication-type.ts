/** What kind of work a paper is, as formats for bibliographies need to know it. */
import { valuesIn } from '@/utils/paper/identifiers';
import { isPreprintDoi, isPreprintServer } from '@/utils/paper/preprints';
import type { ExportedPaper } from '@/utils/paper/schema';

export type PublicationType = NonNullable<ExportedPaper['type']>;

/** Words and names that venues have where papers are read to an audience. */
const MEETING =
  /\b(?:proceedings|proc|conference|conf|symposium|symp|workshops?|congress|meeting|advances in neural|neurips|nips|icml|iclr|cvpr|iccv|eccv|wacv|acl|emnlp|naacl|eacl|coling|aaai|ijcai|aistats|uai|colt|corl|icra|iros|kdd|sigir|sigmod|sigcomm|chi|interspeech|icassp)\b/i;
/** Journals that are called proceedings. */
const JOURNAL =
  /\b(?:journal|transactions|letters|annals|proc(?:eedings|\.)? (?:of the )?(?:national|natl|royal|roy|r|ieee))\b/i;
/** What is not out yet. */
const UNPUBLISHED = /\b(?:submitted|under review|in preparation|to be published)\b/i;
/** Of the ACL Anthology, volumes of journals: https://aclanthology.org/info/ids/ */
const ACL_JOURNAL = /^(?:\d{4}\.(?:tacl|cl|lilt)-|[jq]\d\d-)/i;

/**
 * What sources say; where they say nothing, or call a preprint what has appeared since, where it appeared. `other` if
 * nothing tells.
 */
export function publicationTypeOf(paper: ExportedPaper): PublicationType {
  const { type, venue, volume, issue, isbn, identifiers } = paper;
  if (type !== undefined && type !== 'preprint') return type;
  if (venue && !isPreprintServer(venue) && !UNPUBLISHED.test(venue)) {
    if (!JOURNAL.test(venue) && MEETING.test(venue)) return 'conference';
    return 'article';
  }
  const [acl] = valuesIn(identifiers, 'acl');
  if (acl) return ACL_JOURNAL.test(acl) ? 'article' : 'conference';
  const preprint =
    type === 'preprint' || isPreprintServer(venue) || valuesIn(identifiers, 'arxiv').length > 0;
  if (preprint || valuesIn(identifiers, 'doi').some(isPreprintDoi)) return 'preprint';
  if (volume || issue) return 'article';
  return isbn?.length ? 'book' : 'other';
}
