/** Moments as programs that keep literature write them. */

const MOMENT =
  /^\s*(\d{4})[-./](\d\d)[-./](\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|UTC|[+-]\d\d:?\d\d)?\s*$/;

/** `2009-03-12 10:54:18 -0400`, `2021-01-15T13:30:25.123Z`, `2012.05.02` in ISO; undefined if it is none. In UTC, if it does not say. */
export function readMoment(text: string): string | undefined {
  const [, year, month, day, time = '00:00:00', zone = 'Z'] = MOMENT.exec(text.slice(0, 100)) ?? [];
  if (!year) return undefined;
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^(.\d\d)(\d\d)$/, '$1:$2');
  const moment = Date.parse(`${year}-${month}-${day}T${time}${offset}`);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}
