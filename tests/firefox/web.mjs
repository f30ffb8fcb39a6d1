/**
 * All that there is of the web for a Firefox under test: listings of our own making under their true addresses.
 *
 * Firefox sends every request to this proxy. For a host that we play, the proxy hands the tunnel straight to a TLS
 * server with a certificate made for this run (the WebDriver session accepts it); every other request is refused.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';

/** @import { AddressInfo } from 'node:net' */

/**
 * @typedef {object} Web
 * @property {number} port of the proxy
 * @property {() => void} close
 */

/** @returns {boolean} whether certificates can be made here */
export function hasOpenssl() {
  return spawnSync('openssl', ['version']).status === 0;
}

/**
 * @param {string} folder for the certificate
 * @param {readonly string[]} files listings whose first line holds their address
 * @returns {Promise<Web>}
 */
export async function serveWeb(folder, files) {
  /** @type {Map<string, string>} */
  const pages = new Map();
  for (const file of files) {
    const html = await readFile(file, 'utf8');
    const address = /https:[^\s>]+/.exec(html.slice(0, html.indexOf('\n')))?.[0];
    if (!address) throw new Error(`${file} must begin with a comment that holds the address of the page.`);
    pages.set(address, html);
  }
  const hosts = [...new Set([...pages.keys()].map((address) => new URL(address).hostname))];
  const site = createTlsServer(await certificate(folder, hosts), (request, response) => {
    const html = pages.get(`https://${request.headers.host}${request.url}`);
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html ?? '');
  });
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', (request, socket) => {
    socket.on('error', () => socket.destroy());
    const [host = ''] = request.url?.split(':') ?? [];
    if (!hosts.includes(host)) return void socket.end('HTTP/1.1 502 Not of this web\r\n\r\n');
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    site.emit('connection', socket);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: /** @type {AddressInfo} */ (proxy.address()).port,
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

/**
 * @param {string} folder
 * @param {readonly string[]} hosts
 */
async function certificate(folder, hosts) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = hosts.map((host) => `DNS:${host}`).join();
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=Offprint test'];
  const args = ['req', ...kind, '-addext', `subjectAltName=${names}`, '-keyout', key, '-out', cert];
  execFileSync('openssl', args, { stdio: 'ignore' });
  return { key: await readFile(key), cert: await readFile(cert) };
}
