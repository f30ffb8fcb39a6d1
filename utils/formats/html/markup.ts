/** HTML in which every text is text: only what stands in the source of a template can be a tag. */

/** A piece of HTML. Nothing else is taken as such. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Value = Markup | readonly Markup[] | string | number | undefined | false;

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Those that the parser of HTML drops, changes or complains of; a tab and the end of a line are none. */
const CONTROLS = /[^\P{Cc}\t\n]/gu;
/** The first begins all that ends a `<script>` or changes how its end is read; the last two end lines in old JavaScript. */
const UNSAFE_IN_SCRIPT = /[<\u2028\u2029]/g;

/** A template whose values become text, also within the quotes of an attribute. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, index) => part + written(values[index])).join(''));
}

/** A value as JSON that can stand in a `<script>`, and be parsed as it is. */
export function scriptJson(value: unknown): Markup {
  return new Markup(
    JSON.stringify(value).replace(
      UNSAFE_IN_SCRIPT,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

function written(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map(({ html }) => html).join('');
  return String(value)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
