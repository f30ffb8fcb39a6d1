import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { hueOf } from '@/components/paper/tag-look';
import { sendMessage } from '@/utils/messages';

/** The colours of tags in words, in their order around the circle of hues. */
const NAMES = [
  'pink',
  'red',
  'orange',
  'gold',
  'olive',
  'green',
  'emerald',
  'teal',
  'cyan',
  'blue',
  'violet',
  'purple',
] as const;

interface TagColourProps {
  tag: string;
  /** If a person chose one: a number below `TAG_COLOURS`. */
  colour: number | undefined;
  onDone(): void;
}

/** Gives a tag a colour of its own, or the one back that its name has. */
export function TagColour({ tag, colour, onDone }: TagColourProps) {
  const { commands } = useDesk();
  async function choose(next: number | null) {
    await commands.ask(sendMessage('setTagColour', { tag, colour: next }));
    onDone();
  }
  return (
    <fieldset class="tag-colours" aria-label={i18n.t('tags.colour', [tag])}>
      {NAMES.map((name, number) => (
        <button
          type="button"
          key={name}
          class="swatch"
          style={{ '--hue': hueOf(number) }}
          aria-label={i18n.t(`colour.${name}`)}
          aria-pressed={colour === number}
          title={i18n.t(`colour.${name}`)}
          onClick={() => void choose(number)}
        />
      ))}
      <button type="button" class="quiet" onClick={() => void choose(null)}>
        {i18n.t('tags.ownColour')}
      </button>
    </fieldset>
  );
}
