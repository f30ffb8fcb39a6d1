import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import { i18n } from '#i18n';
import type { Hit } from '@/storage/search/library-search';
import { snippet } from '@/utils/highlight';
import type { Paper } from '@/utils/paper';
import { Highlighted } from './highlighted';
import './paper-item.css';

interface PaperItemProps {
  hit: Hit;
  /** Why it stands here, where the marks do not say it. */
  note?: string;
  onSimilar(paper: Paper): void;
  onRemove(paper: Paper): void;
  /** For what lies in the trash: brings it back. Then there is nothing else to do with it. */
  onRestore?: ((paper: Paper) => void) | undefined;
}

/** About three lines of a panel, in UTF-16 units. */
const SNIPPET = 220;
const SHOWN_AUTHORS = 3;

/** One paper in a list: title, who and when, the best place of its abstract. */
export const PaperItem = memo(
  ({ hit: { paper, terms }, note, onSimilar, onRemove, onRestore }: PaperItemProps) => {
    const title = titleOf(paper);
    const marked = <Highlighted text={title} terms={terms} />;
    const excerpt = paper.abstract && snippet(paper.abstract, terms, SNIPPET);
    return (
      <li class="paper">
        <h2 dir="auto">{paper.url ? <Link href={paper.url}>{marked}</Link> : marked}</h2>
        <p class="facts">
          {people(paper) && (
            <span dir="auto">
              <Highlighted text={people(paper)} terms={terms} />
            </span>
          )}
          {paper.organization && <span dir="auto">{paper.organization}</span>}
          {paper.publishedAt && <time dateTime={paper.publishedAt}>{paper.publishedAt}</time>}
          {paper.code && <Link href={paper.code}>{i18n.t('paper.code')}</Link>}
          {paper.project && <Link href={paper.project}>{i18n.t('paper.project')}</Link>}
          <button
            type="button"
            class="link"
            aria-label={i18n.t(onRestore ? 'trash.restoreLabel' : 'paper.similarLabel', [title])}
            onClick={() => (onRestore ?? onSimilar)(paper)}
          >
            {i18n.t(onRestore ? 'trash.restore' : 'paper.similar')}
          </button>
        </p>
        {note && <p class="facts">{note}</p>}
        {excerpt && (
          <p class="excerpt" dir="auto">
            <Highlighted text={excerpt} terms={terms} />
          </p>
        )}
        {!onRestore && (
          <button
            type="button"
            class="quiet remove"
            aria-label={i18n.t('paper.removeLabel', [title])}
            title={i18n.t('paper.remove')}
            onClick={() => onRemove(paper)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        )}
      </li>
    );
  },
);

/** The title or, for a paper without one, the first words of its abstract. */
export function titleOf(paper: Paper): string {
  return paper.title ?? (paper.abstract ? snippet(paper.abstract, new Set(), 80) : i18n.t('paper.untitled'));
}

function people({ authors, authorCount }: Paper): string {
  if (authors.length === 0) return authorCount === undefined ? '' : i18n.t('paper.authors', authorCount);
  const names = authors.slice(0, SHOWN_AUTHORS).join(', ');
  const more = authors.length - SHOWN_AUTHORS;
  return more > 0 ? i18n.t('paper.andOthers', [names, more]) : names;
}

function Link({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
