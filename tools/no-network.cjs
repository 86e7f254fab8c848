/** Preloaded into a program (`node --require`), it makes every use of the network an error. */
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

const refuse = () => {
  throw new Error('the network was used');
};

for (const [object, names] of /** @type {const} */ ([
  [net.Socket.prototype, ['connect']],
  [net.Server.prototype, ['listen']],
  [dgram.Socket.prototype, ['bind', 'connect', 'send']],
  [dns, ['lookup', 'resolve']],
]))
  for (const name of names) Object.assign(object, { [name]: refuse });
