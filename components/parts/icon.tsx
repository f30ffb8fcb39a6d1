import type { IconNode } from 'lucide';
import { h } from 'preact';

/** One icon of the set (https://lucide.dev), in the colour and size of the text around it. It is drawn beside words, or in a button that has a name. */
export function Icon({ of, class: name = '' }: { of: IconNode; class?: string }) {
  return (
    <svg
      class={`icon ${name}`.trim()}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {of.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  );
}
