import { Lexer, type Token, type Tokens } from 'marked';
import { type ComponentChildren, Fragment, h } from 'preact';

/**
 * Markdown as nodes. Nothing in it becomes HTML: tags are shown as they were typed, images as links, and links lead only
 * to the web and to mail.
 */
export default function Markdown({ text }: { text: string }) {
  return <div class="markdown">{tokensOf(text).map(drawn)}</div>;
}

/** A longer paragraph (UTF-16 units) is drawn as it was typed: to read its marks can take as long as the square of it. */
const LONGEST = 5_000;
/** Quotations and lists begun so often in one line nest too deeply to be read. */
const TOO_DEEP = /^[ \t]*(?:(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])[ \t]*){50}/m;

function tokensOf(text: string): Token[] {
  if (TOO_DEEP.test(text)) return [{ type: 'paragraph', raw: text, tokens: linesOf(text) }];
  const reader = new Lexer({ gfm: true, breaks: true });
  reader.blockTokens(text.replace(/\r\n?/g, '\n'), reader.tokens);
  for (const { src, tokens } of reader.inlineQueue) {
    if (src.length > LONGEST) tokens.push(...linesOf(src));
    else reader.inlineTokens(src, tokens);
  }
  return reader.tokens;
}

function linesOf(text: string): Token[] {
  return text.split('\n').flatMap((line, place): Token[] => {
    const words = { type: 'text', raw: line, text: line };
    return place === 0 ? [words] : [{ type: 'br', raw: '\n' }, words];
  });
}

function drawn(token: Token, place: number): ComponentChildren {
  return h(Fragment, { key: place }, nodeOf(token));
}

function nodeOf(token: Token): ComponentChildren {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      // The page has headings of its own; these belong to the note.
      return <p class={`level-${(token as Tokens.Heading).depth}`}>{inner(token)}</p>;
    case 'paragraph':
      return <p dir="auto">{inner(token)}</p>;
    case 'blockquote':
      return <blockquote>{inner(token)}</blockquote>;
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'code':
      return <pre>{(token as Tokens.Code).text}</pre>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'strong':
      return <strong>{inner(token)}</strong>;
    case 'em':
      return <em>{inner(token)}</em>;
    case 'del':
      return <del>{inner(token)}</del>;
    case 'link':
    case 'image':
      return link(token as Tokens.Link | Tokens.Image);
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens ? inner(token) : (token as Tokens.Text).text;
    case 'checkbox':
      return null; // the list draws it
    default:
      return token.raw; // HTML, as it was typed
  }
}

function inner(token: Token): ComponentChildren {
  return 'tokens' in token ? (token.tokens ?? []).map(drawn) : token.raw;
}

function list({ ordered, start, items }: Tokens.List): ComponentChildren {
  const rows = items.map((item, place) => (
    <li key={place} class={item.task ? 'task' : undefined}>
      {item.task && (item.checked ? '☑ ' : '☐ ')}
      {item.tokens.map(drawn)}
    </li>
  ));
  return ordered ? <ol start={start === '' ? 1 : start}>{rows}</ol> : <ul>{rows}</ul>;
}

function table({ header, rows }: Tokens.Table): ComponentChildren {
  const cells = (row: Tokens.TableCell[], tag: 'td' | 'th') =>
    row.map((cell, place) => h(tag, { key: place }, cell.tokens.map(drawn)));
  return (
    <table>
      <thead>
        <tr>{cells(header, 'th')}</tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  );
}

function link({ href, text, raw, ...token }: Tokens.Link | Tokens.Image): ComponentChildren {
  const words = 'tokens' in token && token.type === 'link' ? token.tokens.map(drawn) : text;
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return raw;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {words}
    </a>
  );
}
