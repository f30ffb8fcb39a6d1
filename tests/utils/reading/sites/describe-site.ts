/** What holds for every site, on the pages in `tests/fixtures/<id>/`. For tests that run in happy-dom. */
import { describe, expect, test } from 'vitest';
import { LONG } from '@/tests/long';
import { PaperCard } from '@/utils/paper/schema';
import { siteOf } from '@/utils/reading/sites';
import { health } from '@/utils/reading/sites/health';
import type { Site } from '@/utils/reading/sites/site';
import { fixturesOf, parse, readPage, withoutEmbedded } from './read-fixture';

/** Places at which a page is cut. */
const CUTS = LONG ? 25 : 8;

export function describeSite(site: Site): void {
  const fixtures = fixturesOf(site);

  describe('fixtures', () => {
    test('there are some', () => {
      expect(fixtures.length, `write tests/fixtures/${site.id}/*.html`).toBeGreaterThan(0);
    });

    test.each(fixtures)(
      '$name: every card says what is written beside it',
      ({ html, address, expected, name }) => {
        expect(address, `the first line of ${name} must be a comment with its address`).toMatch(/^https:/);
        expect(siteOf(new URL(address))?.id, `${address} is no page of this site`).toBe(site.id);
        expect(expected, `write ${name.replace(/html$/, 'expected.json')}`).toBeDefined();
        expect(readPage(site, html, address).map(withoutEmbedded)).toEqual(expected);
      },
    );

    test.each(fixtures)('$name: the worker takes its cards', ({ html, address }) => {
      const refused = readPage(site, html, address).filter((one) => !PaperCard.safeParse(one).success);
      expect(refused).toEqual([]);
    });

    test.each(fixtures.filter(({ name }) => name !== 'hostile.html'))(
      '$name: the site knows that it understands it',
      ({ html, address }) => {
        const url = new URL(address);
        expect(health(site.mentioned(parse(html), url), readPage(site, html, address))).toMatchObject({
          healthy: true,
        });
        expect(
          site.mentioned(parse(html), url).size,
          'write `mentioned`: without it nobody notices a redesign',
        ).toBeGreaterThan(0);
      },
    );

    test.each(fixtures)(
      '$name: cut anywhere it yields none but its own titles',
      ({ html, address, expected }) => {
        const titles = new Set(expected?.map(({ title }) => title));
        for (let end = 0; end < html.length; end += Math.ceil(html.length / CUTS) + 1) {
          const cards = readPage(site, html.slice(0, end), address);
          // The last card of a page that was cut may have been cut with it.
          for (const { title } of cards.slice(0, -1)) expect(titles).toContain(title);
        }
      },
    );
  });
}
