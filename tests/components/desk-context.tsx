/** Draws components as views draw them: at a desk, over a database in memory. */
import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { vi } from 'vitest';
import { type Desk, DeskContext } from '@/components/desk/desk';
import { createStore } from '@/components/desk/store';
import { createVotes } from '@/components/desk/votes';
import type { Commands } from '@/components/hooks/use-commands';
import { openDatabase } from '@/tests/storage/open-database';

/**
 * A desk whose commands, edits and ways to other places only note that they were called; each succeeds. `given` takes the
 * place of its parts.
 */
export function createDesk(given: Partial<Desk> = {}): Desk {
  const db = given.db ?? openDatabase();
  return {
    db,
    votes: createVotes(db),
    store: createStore('', 'comfortable'),
    commands: createCommands(),
    go: vi.fn<Desk['go']>(),
    back: vi.fn<Desk['back']>(),
    leaf: vi.fn<Desk['leaf']>(),
    search: vi.fn<Desk['search']>(),
    type: vi.fn<Desk['type']>(),
    edit: vi.fn<Desk['edit']>(async () => true),
    opened: vi.fn<Desk['opened']>(async () => {}),
    shown: (paper) => paper,
    ...given,
  };
}

/** Draws at a desk, a new one by default; answers with it. */
export function drawAtDesk(children: ComponentChildren, desk: Desk = createDesk()): Desk {
  render(<DeskContext.Provider value={desk}>{children}</DeskContext.Provider>);
  return desk;
}

function createCommands(): Commands {
  return {
    remove: vi.fn<Commands['remove']>(async () => 1),
    restore: vi.fn<Commands['restore']>(async () => 1),
    moveAll: vi.fn<Commands['moveAll']>(async () => 1),
    forget: vi.fn<Commands['forget']>(async () => {}),
    emptyTrash: vi.fn<Commands['emptyTrash']>(async () => {}),
    undo: vi.fn<Commands['undo']>(async () => 1),
    redo: vi.fn<Commands['redo']>(async () => 1),
    exportTo: vi.fn<Commands['exportTo']>(async () => {}),
    edit: vi.fn<Commands['edit']>(async () => true),
    copy: vi.fn<Commands['copy']>(async () => {}),
    ask: vi.fn() as Commands['ask'],
    dismiss: vi.fn<Commands['dismiss']>(),
  };
}
