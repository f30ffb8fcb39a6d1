/** What each key does, outside text fields and without Ctrl, Alt or Cmd. Arrow keys are also the list's own. */
export const KEYS = {
  next: ['j', '↓'],
  previous: ['k', '↑'],
  inside: ['→'],
  open: ['Enter'],
  source: ['o'],
  pdf: ['p'],
  star: ['s'],
  status: ['u'],
  tags: ['t'],
  note: ['n'],
  edit: ['e'],
  cite: ['y'],
  remove: ['#'],
  select: ['x'],
  selectTo: ['X'],
  undo: ['z'],
  redo: ['Z'],
  search: ['/'],
  ways: ['g'],
  back: ['Esc'],
  sheet: ['?'],
} as const;

export type KeyAction = keyof typeof KEYS;

const BY_KEY = new Map<string, KeyAction>(
  Object.entries(KEYS).flatMap(([action, keys]) =>
    keys.filter((key) => key.length === 1 && !'↓↑→'.includes(key)).map((key) => [key, action as KeyAction]),
  ),
);

/** The action of a key as it was typed, capitals told apart; undefined for keys that others hear. */
export function actionOf(key: string): KeyAction | undefined {
  return BY_KEY.get(key);
}
