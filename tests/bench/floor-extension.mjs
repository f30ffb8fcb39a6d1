/**
 * The least that an extension can do for a press: a button in a closed shadow root sends a message, the worker writes
 * one row with strict durability and answers, the button changes its label. What it takes is the browser's price.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const FLOOR_PAGE = 'https://floor.example/';

const MANIFEST = {
  manifest_version: 3,
  name: 'Floor',
  version: '1',
  background: { service_worker: 'worker.js' },
  content_scripts: [{ matches: [`${FLOOR_PAGE}*`], js: ['content.js'] }],
};

const CONTENT = `
for (let index = 0; index < 50; index++) {
  const host = document.body.appendChild(document.createElement('floor-save'));
  const button = document.createElement('button');
  button.ariaLabel = 'Save to Offprint: ' + index;
  button.textContent = 'Save';
  button.addEventListener('click', async () => {
    await chrome.runtime.sendMessage({ id: 'row' + index, text: document.title.repeat(100) });
    button.ariaLabel = 'Saved in Offprint: ' + index;
    button.textContent = 'Saved';
  });
  host.attachShadow({ mode: 'closed' }).append(button);
}`;

const WORKER = `
const opening = new Promise((resolve) => {
  const request = indexedDB.open('floor', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' });
  request.onsuccess = () => resolve(request.result);
});
chrome.runtime.onMessage.addListener((row, sender, answer) => {
  opening.then((db) => {
    const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put(row);
    transaction.oncomplete = () => answer(true);
  });
  return true;
});`;

/**
 * @param {string} folder is made
 * @returns {Promise<void>}
 */
export async function writeFloorExtension(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(folder, 'content.js'), CONTENT);
  await writeFile(join(folder, 'worker.js'), WORKER);
}
