import type { Effects } from './effects';

/** Runs a command that changes the library, and tells of it. */
export type Changing = (command: () => Promise<number | undefined>) => Promise<number | undefined>;

/** Commands run in a session, and not if the library was lost. */
export function createChange(effects: Pick<Effects, 'beginSession' | 'guard' | 'onChange'>): Changing {
  return async (command) => {
    await effects.beginSession();
    await effects.guard();
    const entry = await command();
    if (entry !== undefined) effects.onChange(entry);
    return entry;
  };
}
