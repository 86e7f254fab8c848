import { loaded, root } from './bundle.mjs';

const { hostile } = await loaded('bench/hostile/hostile.ts', { isBundled: process.connected });
process.exitCode = Number(await hostile?.({ root, argv: process.argv.slice(2) }));
