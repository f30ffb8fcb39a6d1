import type { ComponentChildren } from 'preact';
import { chooseOptions, options } from '@/components/browser/options';
import { i18n } from '@/components/browser/words';
import { type Desk, useDesk } from '@/components/desk/desk';
import { Menu } from '@/components/parts/menu';
import { sendMessage } from '@/utils/messages';
import { CHOICES, type Options } from '@/utils/options';
import type { Paper } from '@/utils/paper/schema';
import { asBibtex, asCitation, asLatex, asMarkdownLink } from './cite';
import { STYLE_NAMES } from './style-names';

interface CiteMenuProps {
  paper: Paper;
  class?: string;
  /** The button's name, if its content is not its name. */
  label?: string;
  tabIndex?: number;
  children: ComponentChildren;
}

/** The button "Cite": copies a paper as a citation, the style used last in front, or as what other programs take. */
export function CiteMenu({ paper, children, ...look }: CiteMenuProps) {
  const { db, commands } = useDesk();
  const { citationStyle } = options.value;
  const others = CHOICES.citationStyle.filter((style) => style !== citationStyle);

  const cite = (style: Options['citationStyle']) => ({
    name: i18n.t('cite.citation', [STYLE_NAMES[style]]),
    async onChoose() {
      chooseOptions({ citationStyle: style });
      const { text, html } = await asCitation(paper, style);
      await commands.copy(text, html);
    },
  });
  const keyed = (write: (db: Desk['db'], id: string) => Promise<string>) => async () => {
    // A key is given before it is copied, so that it never moves.
    if ((await commands.ask(sendMessage('giveCitationKeys', { ids: [paper.id] }))) === undefined) return;
    await commands.copy(await write(db, paper.id));
  };

  return (
    <Menu
      action="cite"
      {...look}
      items={() => [
        cite(citationStyle),
        { name: i18n.t('cite.bibtex'), onChoose: keyed(asBibtex) },
        { name: i18n.t('cite.latex'), onChoose: keyed(asLatex) },
        { name: i18n.t('cite.markdown'), onChoose: () => void commands.copy(asMarkdownLink(paper)) },
        ...others.map(cite),
      ]}
    >
      {children}
    </Menu>
  );
}
