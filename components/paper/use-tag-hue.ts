import { useDesk } from '@/components/desk/desk';
import { colourOf, tagKey } from '@/utils/paper/tags';
import { hueOf } from './tag-look';

/** Answers with the hue (degrees) of a tag: that which a person chose, else one that its name always has. */
export function useTagHue(): (tag: string) => number {
  const { colours } = useDesk().store;
  const chosen = colours.value;
  return (tag) => hueOf(chosen[tagKey(tag)] ?? colourOf(tag));
}
