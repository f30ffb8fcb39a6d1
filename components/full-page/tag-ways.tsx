import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { useTagHue } from '@/components/paper/use-tag-hue';
import { allTagCounts, type TagPapers, tagCounts } from '@/storage/counts';
import { exactTag } from '@/utils/query/quoted-filter';
import { NavLink } from './nav-link';
import { WaySection } from './way-section';

const AT_FIRST = 10;
/** More would be more than anybody looks through: the field above finds the others. */
const MOST = 100;

/** The most frequent tags; once more are asked for, a field that finds all others. */
export function TagWays() {
  const { db } = useDesk();
  const hueOf = useTagHue();
  const [typed, setTyped] = useState<string>();
  const open = typed !== undefined;
  const live = useLive(() => (open ? allTagCounts(db) : tagCounts(db, AT_FIRST + 1)), [db, open]);
  if (live.state !== 'ready' || live.value.length === 0) return null;
  const found = open ? matching(live.value, typed) : live.value;
  const shown = found.slice(0, open ? MOST : AT_FIRST);
  return (
    <WaySection
      name="tags"
      title={i18n.t('nav.tags')}
      more={!open && found.length > AT_FIRST && i18n.t('nav.moreTags')}
      onMore={() => setTyped('')}
      above={open && <TagField value={typed} onType={setTyped} />}
    >
      {shown.map(({ tag, papers }) => (
        <NavLink key={tag} to={{ query: exactTag(tag) }} count={papers} hue={hueOf(tag)}>
          {tag}
        </NavLink>
      ))}
      {found.length > shown.length && open && (
        <li class="nav-rest">{i18n.t('nav.otherTags', [found.length - shown.length])}</li>
      )}
    </WaySection>
  );
}

function TagField({ value, onType }: { value: string; onType(typed: string): void }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      aria-label={i18n.t('tags.filter')}
      placeholder={i18n.t('tags.filter')}
      value={value}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
    />
  );
}

/** Those that contain what was typed, the most frequent first. */
function matching(tags: readonly TagPapers[], typed: string): TagPapers[] {
  const wanted = typed.trim().toLowerCase();
  const found = tags.filter(({ tag }) => tag.toLowerCase().includes(wanted));
  return found.sort((a, b) => b.papers - a.papers || a.tag.localeCompare(b.tag));
}
