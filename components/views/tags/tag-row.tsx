import { Palette, Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { hueOf } from '@/components/paper/tag-look';
import { Icon } from '@/components/parts/icon';
import type { TagCount } from '@/storage/tags';
import { sendMessage } from '@/utils/messages';
import { tagKey } from '@/utils/paper/tags';
import { exactTag } from '@/utils/query/quoted-filter';
import { TagColour } from './tag-colour';

interface TagRowProps {
  use: TagCount;
  /** All tags: a name that one of them has merges this one into it. */
  known: readonly TagCount[];
}

/** One tag with its papers, and what can be done to it. */
export function TagRow({ use: { tag, papers, colour, chosen }, known }: TagRowProps) {
  const { search, commands } = useDesk();
  const [step, setStep] = useState<'name' | 'colour'>();
  return (
    <li class="row tag-row" style={{ '--hue': hueOf(colour) }}>
      {step === 'name' ? (
        <Rename tag={tag} known={known} onDone={() => setStep(undefined)} />
      ) : (
        <>
          <h2>
            <button type="button" class="tag-chip" onClick={() => search(exactTag(tag))}>
              <bdi>{tag}</bdi>
            </button>
          </h2>
          <span class="facts">{i18n.t('search.count', papers)}</span>
          <Tool name={i18n.t('tags.rename', [tag])} icon={Pencil} onPress={() => setStep('name')} />
          <Tool
            name={i18n.t('tags.colour', [tag])}
            icon={Palette}
            onPress={() => setStep(step === 'colour' ? undefined : 'colour')}
          />
          <Tool
            name={i18n.t('tags.delete', [tag])}
            icon={Trash2}
            onPress={() => void commands.ask(sendMessage('deleteTag', { tag }))}
          />
        </>
      )}
      {step === 'colour' && (
        <TagColour tag={tag} colour={chosen ? colour : undefined} onDone={() => setStep(undefined)} />
      )}
    </li>
  );
}

function Tool({ name, icon, onPress }: { name: string; icon: typeof Pencil; onPress(): void }) {
  return (
    <button type="button" class="mark" aria-label={name} title={name} onClick={onPress}>
      <Icon of={icon} />
    </button>
  );
}

/** Enter keeps the new name, Escape the old one. */
function Rename({ tag, known, onDone }: { tag: string; known: readonly TagCount[]; onDone(): void }) {
  const { commands } = useDesk();
  const [typed, setTyped] = useState(tag);
  const to = typed.trim();
  const other = known.find((one) => one.tag !== tag && tagKey(one.tag) === tagKey(to));

  async function rename(event: Event) {
    event.preventDefault();
    if (to === '' || to === tag) return onDone();
    if (await commands.ask(sendMessage('renameTag', { from: tag, to }))) onDone();
  }

  return (
    <form class="rename" onSubmit={rename}>
      <input
        aria-label={i18n.t('tags.newName', [tag])}
        maxLength={100}
        value={typed}
        ref={(input) => input?.focus()}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }}
      />
      <button type="submit" class="primary">
        {other ? i18n.t('tags.merge', [other.tag]) : i18n.t('tags.keepName')}
      </button>
    </form>
  );
}
