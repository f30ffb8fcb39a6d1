/** The option that the status of a paper follows its opening. It holds for all pages of this browser; off at first. */
const KEY = 'offprint-status-follows';

/** Whether an unread paper counts as being read once it is opened. */
export function statusFollows(): boolean {
  return localStorage.getItem(KEY) === 'yes';
}

export function setStatusFollows(follows: boolean): void {
  if (follows) localStorage.setItem(KEY, 'yes');
  else localStorage.removeItem(KEY);
}
