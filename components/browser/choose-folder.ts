/** Asks for a folder. The browser's dialog opens only within a press. */
import { isReadable } from './readable';

/** `onFiles` gets those files of the chosen folder, and of the folders in it, that may be papers; none if there are none. */
export function chooseFolder(onFiles: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  input.onchange = () => onFiles([...(input.files ?? [])].filter(({ name }) => isReadable(name)));
  input.click();
}
