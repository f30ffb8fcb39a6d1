/**
 * Talking to Firefox by Marionette, its own remote control: JSON over TCP, each packet after its length in bytes.
 * We send `12:[0,id,command,params]`, it answers `12:[1,id,error,result]`; first of all it greets with an object.
 */

import { once } from 'node:events';
import { connect } from 'node:net';

/** @typedef {{ error: string, message: string }} Refusal */
/** @typedef {(refusal: Refusal | null, result: any) => void} Receive */

/**
 * @typedef {object} Marionette
 * @property {(command: string, params?: object) => Promise<any>} send resolves to the command's result
 * @property {() => void} close
 */

/**
 * @param {number} port
 * @returns {Promise<Marionette>}
 */
export async function openMarionette(port) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  /** @type {Map<number, Receive>} */
  const waiting = new Map();
  let sent = 0;
  listen(socket, (id, refusal, result) => {
    waiting.get(id)?.(refusal, result);
    waiting.delete(id);
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const receive of waiting.values()) receive({ error: 'gone', message: 'Firefox hung up' }, null);
    waiting.clear();
  });
  return {
    send(command, params = {}) {
      return new Promise((done, fail) => {
        const id = sent++;
        waiting.set(id, (refusal, result) => {
          if (refusal) fail(new Error(`${command}: ${refusal.error}: ${refusal.message}`));
          else done(result);
        });
        const packet = Buffer.from(JSON.stringify([0, id, command, params]));
        socket.write(`${packet.length}:`);
        socket.write(packet);
      });
    },
    close: () => socket.destroy(),
  };
}

/**
 * @param {import('node:net').Socket} socket
 * @param {(id: number, refusal: Refusal | null, result: any) => void} receive
 */
function listen(socket, receive) {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const start = rest.indexOf(':') + 1;
      const end = start + Number(rest.subarray(0, Math.max(0, start - 1)));
      if (start === 0 || rest.length < end) return;
      const packet = JSON.parse(rest.subarray(start, end).toString());
      rest = rest.subarray(end);
      if (Array.isArray(packet)) receive(packet[1], packet[2], packet[3]); // all but the greeting
    }
  });
}
