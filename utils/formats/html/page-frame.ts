/** What stands before and after the papers. The texts of style and script are parameters. */
import { Markup, markup } from './markup';
import { counted, ORDERS, ownDay, spokenDay, WORDS } from './page/page-words';

export interface PageParts {
  style: string;
  script: string;
}

/** The page up to the first paper. */
export async function head(parts: PageParts, papers: number, exportedAt: string): Promise<string> {
  const count = counted(papers, 'paper');
  const day = ownDay(exportedAt);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await policy(parts)}">
<title>${count} · Offprint</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Offprint">
<style>${new Markup(parts.style)}</style>
</head>
<body>
<header>
<h1>${count}</h1>
<p>Saved from Offprint on <time datetime="${day}">${spokenDay(day)}</time></p>
</header>
<div id="tools" role="search" hidden>
<input type="search" id="words" aria-label="${WORDS.search}" placeholder="${WORDS.placeholder}" autocomplete="off" spellcheck="false">
<label>${WORDS.order} <select id="order">${Object.entries(ORDERS).map(drawOrder)}</select></label>
<button type="button" id="unfold" aria-pressed="false">${WORDS.abstracts}</button>
</div>
<main>
<div id="labels" role="group" aria-label="${WORDS.tags}" hidden></div>
<p id="count" role="status"></p>
<ul id="papers" role="list">
`.html;
}

/** The page from the last paper on. `data` is that of the papers, in their order. */
export function tail({ script }: PageParts, data: Markup): string {
  return markup`</ul>
</main>
<script type="application/json" id="data">${data}</script>
<script>${new Markup(script)}</script>
</body>
</html>
`.html;
}

function drawOrder([name, words]: [string, string]): Markup {
  return markup`<option value="${name}"${name === 'saved' && new Markup(' selected')}>${words}</option>`;
}

/** Nothing runs but this script, nothing is loaded, nothing is sent. */
async function policy({ style, script }: PageParts): Promise<string> {
  const rules = [
    "default-src 'none'",
    `script-src '${await hashOf(script)}'`,
    `style-src '${await hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return rules.join('; ');
}

/** As a policy names a text: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}
