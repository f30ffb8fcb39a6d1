import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import type { Hit } from '@/storage/search/library-search';
import type { Paper } from '@/utils/paper/schema';
import { snippet } from '@/utils/text/highlight';
import { i18n } from './browser/words';
import { Highlighted } from './highlighted';
import type { Stop } from './list/use-row-focus';
import { excerptOf, titleOf } from './paper-words';
import './paper-item.css';

interface PaperItemProps {
  hit: Hit;
  /** Why it is in the list, if the marks do not show it. */
  note?: string;
  /** In a list where one row has the tab stop. */
  stop?: Stop;
  onSimilar(paper: Paper): void;
  onRemove(paper: Paper): void;
  /** Restores a paper from the trash. In the trash it is the only action. */
  onRestore?: ((paper: Paper) => void) | undefined;
}

/** About two lines of a panel, in UTF-16 units. */
const NOTE = 140;
const SHOWN_AUTHORS = 3;

/** One paper in a list: title, who and when, the best place of its abstract. */
export const PaperItem = memo(
  ({ hit: { paper, terms }, note, stop, onSimilar, onRemove, onRestore }: PaperItemProps) => {
    const title = titleOf(paper);
    const marked = <Highlighted text={title} terms={terms} />;
    const excerpt = excerptOf(paper, terms);
    const inner = stop && { tabIndex: stop.tabIndex };
    return (
      <div class="paper">
        <h2 dir="auto">
          {paper.url ? (
            <Link href={paper.url} stop={stop}>
              {marked}
            </Link>
          ) : (
            marked
          )}
        </h2>
        <p class="facts">
          <People paper={paper} terms={terms} />
          {paper.organization && (
            <span>
              <bdi>{paper.organization}</bdi>
            </span>
          )}
          {paper.publishedAt && <time dateTime={paper.publishedAt}>{paper.publishedAt}</time>}
          {paper.code && (
            <span>
              <Link href={paper.code} stop={inner}>
                {i18n.t('paper.code')}
              </Link>
            </span>
          )}
          {paper.project && (
            <span>
              <Link href={paper.project} stop={inner}>
                {i18n.t('paper.project')}
              </Link>
            </span>
          )}
          <button
            type="button"
            {...inner}
            class="link"
            aria-label={i18n.t(onRestore ? 'trash.restoreLabel' : 'paper.similarLabel', [title])}
            onClick={() => (onRestore ?? onSimilar)(paper)}
          >
            {i18n.t(onRestore ? 'trash.restore' : 'paper.similar')}
          </button>
        </p>
        {note && <p class="facts">{note}</p>}
        {paper.tags.length > 0 && (
          <p class="tags">
            {paper.tags.map((tag) => (
              <span key={tag} dir="auto">
                <Highlighted text={tag} terms={terms} />
              </span>
            ))}
          </p>
        )}
        {paper.note && (
          <p class="excerpt note" dir="auto">
            <Highlighted text={snippet(paper.note, terms, NOTE)} terms={terms} />
          </p>
        )}
        {excerpt && (
          <p class="excerpt" dir="auto">
            <Highlighted text={excerpt} terms={terms} />
          </p>
        )}
        {!onRestore && (
          <button
            type="button"
            {...inner}
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
      </div>
    );
  },
);

/** The first authors, each in the direction of their own script; else how many there are. */
function People({ paper: { authors, authorCount }, terms }: { paper: Paper; terms: ReadonlySet<string> }) {
  if (authors.length === 0)
    return authorCount === undefined ? null : <span>{i18n.t('paper.authors', authorCount)}</span>;
  const more = authors.length - SHOWN_AUTHORS;
  return (
    <span>
      {authors.slice(0, SHOWN_AUTHORS).map((name, place) => (
        <>
          {place > 0 && ', '}
          <bdi>
            <Highlighted text={name} terms={terms} />
          </bdi>
        </>
      ))}
      {more > 0 && ` ${i18n.t('paper.others', [more])}`}
    </span>
  );
}

interface LinkProps {
  href: string;
  stop?: Partial<Stop> | undefined;
  children: ComponentChildren;
}

function Link({ href, stop, children }: LinkProps) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" {...stop}>
      {children}
    </a>
  );
}
