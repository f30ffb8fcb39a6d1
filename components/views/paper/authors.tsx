import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { People } from '@/components/paper/people';
import type { Paper } from '@/utils/paper/schema';

const FOLDED = 10;

/** All authors, folded after ten. */
export function Authors({ paper }: { paper: Paper }) {
  const [open, setOpen] = useState(false);
  const { length } = paper.authors;
  const more = length - FOLDED;
  return (
    <p class="authors">
      <People paper={paper} shown={open || more <= 0 ? length : FOLDED} />{' '}
      {more > 0 && (
        <button type="button" class="link more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {i18n.t(open ? 'paperPage.fewerAuthors' : 'paperPage.allAuthors', [length])}
        </button>
      )}
    </p>
  );
}
