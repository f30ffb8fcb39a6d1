// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Report } from '@/utils/reading/report-once';
import { openPage, readCard } from '@/utils/reading/sites/read-page';
import type { Site } from '@/utils/reading/sites/site';

const ADDRESS = new URL('https://a.example/list');
const LISTING = { listing: ADDRESS.href, listedAt: '2026-10-01' };
const CARD = { site: 'fake', listing: ADDRESS.href, identifiers: { arxiv: '2609.12345' } };

function site(parts: Partial<Site>): Site {
  return {
    id: 'fake',
    name: 'Fake',
    matches: [],
    card: 'p',
    listing: () => LISTING,
    read: () => CARD,
    mentioned: () => new Set(),
    ...parts,
  };
}

test('a page carries its address, the day and what the site finds embedded', () => {
  const embedded = new Map([['2609.12345', 1]]);
  const page = openPage(site({ embedded: () => embedded }), document, ADDRESS, '2026-10-02');
  expect(page).toEqual({ document, url: ADDRESS, today: '2026-10-02', embedded, listing: LISTING });
});

test('a site without embedded data reads none', () => {
  expect(openPage(site({}), document, ADDRESS, '2026-10-02').embedded.size).toBe(0);
});

test('a card that breaks its reader is reported and missed, and only that one', () => {
  const [whole, broken] = [document.createElement('p'), document.createElement('hr')];
  const error = new TypeError('broken card');
  const careless = site({
    read(card) {
      if (card === broken) throw error;
      return CARD;
    },
  });
  const page = openPage(careless, document, ADDRESS, '2026-10-02');
  const report = vi.fn<Report>();
  expect([broken, whole].map((card) => readCard(careless, card, page, report))).toEqual([undefined, CARD]);
  expect(report.mock.calls).toEqual([['Fake', error]]);
});
