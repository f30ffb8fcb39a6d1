import { useComputed } from '@preact/signals';
import type { TargetedMouseEvent } from 'preact';
import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { hashOf } from '@/components/desk/route';
import { useSelection } from '@/components/desk/use-selection';
import type { Stop } from '@/components/list/use-row-focus';
import { Highlighted } from '@/components/parts/highlighted';
import type { Hit } from '@/storage/search/library-search';
import { snippet } from '@/utils/text/highlight';
import { MetaLine } from './meta-line';
import { MissingWords } from './missing-words';
import { excerptOf, titleOf } from './paper-words';
import { RowActions } from './row-actions';
import { RowTags } from './row-tags';
import { SelectBox } from './select-box';
import { StarButton } from './star-button';
import { StatusButton } from './status-button';
import { TagChips } from './tag-chips';
import { walkRow } from './walk-row';
import './paper-row.css';

interface PaperRowProps {
  hit: Hit;
  now: Date;
  /** Of its heading: 3 in a list that is a part of a page. */
  level?: 2 | 3;
  /** Whether the list answers a search: then the best place of the abstract is shown. */
  searching?: boolean;
  /** In a list where one row has the tab stop. */
  stop?: Stop;
  /** Why it is in the list, if the marks do not show it. */
  reason?: string;
  /** Restores it from the trash, where this is all that one can do with it. */
  onRestore?: ((id: string, title: string) => void) | undefined;
}

/** About a line of a panel, in UTF-16 units. */
const NOTE = 90;
const SHOWN_TAGS = 4;

/**
 * One paper in a list. Its title is its tab stop; arrows lead to the buttons (`walkRow`), so these have none. A press
 * anywhere but on a button opens the paper's page.
 */
export const PaperRow = memo(
  ({ hit, now, stop, level = 2, searching = false, reason, onRestore }: PaperRowProps) => {
    const { store, shown, go } = useDesk();
    const select = useSelection();
    const selecting = store.selection.value !== undefined;
    const [tagging, setTagging] = useState(false);
    const paper = shown(hit.paper);
    const open = useComputed(() => {
      const at = store.route.value;
      return store.beside.value && at.view === 'paper' && at.id === hit.paper.id;
    });
    const { terms } = hit;
    const title = titleOf(paper);
    const excerpt = searching ? excerptOf(paper, terms) : '';
    const Heading = `h${level}` as const;
    const route = { view: 'paper', id: paper.id } as const;

    function onClick(event: TargetedMouseEvent<HTMLElement>) {
      const pressed = event.target as Element;
      if (
        onRestore ||
        event.defaultPrevented ||
        pressed.closest('button, a, input, [role=menu], .tags-field')
      )
        return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) {
        event.preventDefault();
        getSelection()?.removeAllRanges(); // Shift selects words, too
        if (event.shiftKey) void select.rangeTo(paper.id);
        else select.toggle(paper.id);
        return;
      }
      if (getSelection()?.toString()) return; // words were being selected
      if (store.beside.peek()) stopOf(event.currentTarget)?.focus({ preventScroll: true }); // keys go on from here
      go(route);
    }

    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the title is a link to the same place
      <div
        class={`paper-row ${store.density.value} ${open.value ? 'open' : ''}`}
        data-paper={paper.id}
        onClick={onClick}
        onKeyDown={walkRow}
      >
        {(!onRestore || selecting) && (
          <div class="marks">
            {selecting ? <SelectBox paper={paper} /> : <StarButton paper={paper} tabIndex={-1} />}
            {!onRestore && <StatusButton paper={paper} tabIndex={-1} />}
          </div>
        )}
        <div class="row-text">
          <Heading dir="auto">
            {onRestore ? (
              <Highlighted text={title} terms={terms} />
            ) : (
              <a href={hashOf(route)} aria-current={open.value ? 'true' : undefined} {...stop}>
                <Highlighted text={title} terms={terms} />
              </a>
            )}
          </Heading>
          <MetaLine paper={paper} terms={terms} now={now} tabIndex={-1} />
          {reason && <p class="facts">{reason}</p>}
          {hit.missing && <MissingWords words={hit.missing} />}
          <p class="row-extras">
            {!tagging && <TagChips tags={paper.tags} terms={terms} shown={SHOWN_TAGS} tabIndex={-1} />}
            {paper.note && (
              <span class="row-note" dir="auto">
                <Highlighted text={snippet(paper.note, terms, NOTE)} terms={terms} />
              </span>
            )}
          </p>
          {excerpt && (
            <p class="excerpt" dir="auto">
              <Highlighted text={excerpt} terms={terms} />
            </p>
          )}
          {tagging && <RowTags paper={paper} onClose={() => setTagging(false)} />}
          {onRestore && (
            <button
              type="button"
              aria-label={i18n.t('trash.restoreLabel', [title])}
              onClick={() => onRestore(paper.id, title)}
            >
              {i18n.t('trash.restore')}
            </button>
          )}
        </div>
        {!onRestore && <RowActions paper={paper} onTags={() => setTagging(!tagging)} />}
      </div>
    );
  },
);

function stopOf(row: HTMLElement): HTMLElement | null {
  return row.querySelector<HTMLElement>('[data-stop]');
}
