/** Class names are global in our sheets, and so is the order in which they are bundled. */
import { expect, test } from 'vitest';
import { read, shipped } from './files';
import { rulesIn, sheets, specificity, subject } from './styles';

const rules = sheets.flatMap((path) => rulesIn(path));
const ONE_CLASS = /^\.[\w-]+$/;
const room = (path: string) => path.slice(0, path.lastIndexOf('/'));

test('a class has a look of its own in one room', () => {
  expect(sheets.length).toBeGreaterThan(10);
  const homes = new Map<string, Set<string>>();
  for (const { selector, path } of rules) {
    if (!ONE_CLASS.test(selector)) continue;
    homes.set(selector, (homes.get(selector) ?? new Set()).add(path));
  }
  expect(homes.size).toBeGreaterThan(50);
  const shared = [...homes]
    .filter(([, paths]) => new Set([...paths].map(room)).size > 1)
    .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
  expect(
    shared,
    'class names are global: take another name in one of them, put the shared look into assets/base.css, or say where it holds (`.view .name`)',
  ).toEqual([]);
});

/** The class names that an attribute may give an element: those that stand in it as text. */
function classesIn(attribute: string): string[] {
  const text = attribute.replace(/\$\{([^}]*)\}|^\{([^`]*)\}$/g, (_, inner, whole) =>
    [...(inner ?? whole).matchAll(/'([^']*)'/g)].map(([, name]) => ` ${name} `).join(' '),
  );
  return text.match(/[a-z][\w-]*/g) ?? [];
}

/** Which classes stand together on an element, as `.a .b`, both ways round. */
function together(): Set<string> {
  const pairs = new Set<string>();
  for (const path of shipped.filter((one) => one.endsWith('.tsx'))) {
    for (const [, attribute = ''] of read(path).matchAll(/\bclass=("[^"]*"|\{(?:[^{}]|\$\{[^}]*\})*\})/g)) {
      const names = classesIn(attribute);
      for (const one of names) for (const two of names) if (one !== two) pairs.add(`.${one} .${two}`);
    }
  }
  return pairs;
}

test('no look depends on which sheet is bundled first', () => {
  const pairs = together();
  expect(pairs.size).toBeGreaterThan(20);
  // Every page loads assets/base.css before all else. Of a subject with more than a class a file tells too little.
  const known = rules.filter(
    ({ path, selector }) => !path.startsWith('assets/') && ONE_CLASS.test(subject(selector)),
  );
  const conflicts = known.flatMap((one) =>
    known
      .filter(
        (two) =>
          one.path < two.path &&
          pairs.has(`${subject(one.selector)} ${subject(two.selector)}`) &&
          specificity(one.selector) === specificity(two.selector),
      )
      .flatMap((two) =>
        [...one.declarations]
          .filter(([property, value]) => (two.declarations.get(property) ?? value) !== value)
          .map(([property]) => `${property}: ${one.selector} (${one.path}) or ${two.selector} (${two.path})`),
      ),
  );
  expect(
    conflicts,
    'both rules weigh the same and may meet on one element: make one of them weigh more (`.a.b`)',
  ).toEqual([]);
});

test.each([
  ['.rows .row', '0.2.0'],
  ['button.quiet:hover', '0.2.1'],
  ['.a:not(:focus-within, .b) textarea::placeholder', '0.2.2'],
  [':where(.a) input[type="text"]', '0.1.1'],
])('%s weighs %s', (selector, weight) => {
  expect(specificity(selector)).toBe(weight);
});
