import { describe, expect, it } from 'vitest';
import { callOf } from '#shell/system/call.ts';

describe('the words that start the program again', () => {
  it.each([
    ['installed', '/usr/local/bin/llmquiz', {}, 'llmquiz'],
    ['installed on Windows', 'C:\\npm\\node_modules\\llmquiz\\bin\\llmquiz.js', {}, 'llmquiz'],
    ['in a clone', '/home/ada/llmquiz/bin/llmquiz.js', {}, 'node bin/llmquiz.js'],
    ['from beside a clone', '/home/ada/other/bin/llmquiz.js', {}, 'node ../other/bin/llmquiz.js'],
    ['from far away', '/opt/llmquiz/bin/llmquiz.js', {}, 'node /opt/llmquiz/bin/llmquiz.js'],
    ['in a path with a blank', '/home/ada/llmquiz/my bin/llmquiz.js', {}, 'node "my bin/llmquiz.js"'],
    [
      'by npm start',
      '/home/ada/llmquiz/bin/llmquiz.js',
      { npm_lifecycle_event: 'start', npm_package_name: 'llmquiz' },
      'npm start --',
    ],
    [
      'by the start of another package',
      '/home/ada/llmquiz/node_modules/.bin/llmquiz',
      { npm_lifecycle_event: 'start', npm_package_name: 'lessons' },
      'npx llmquiz',
    ],
    [
      'by npx',
      '/home/ada/.npm/_npx/1/node_modules/.bin/llmquiz',
      { npm_lifecycle_event: 'npx' },
      'npx llmquiz',
    ],
  ])('%s', (_, script, env, expected) => {
    expect(callOf({ script, cwd: '/home/ada/llmquiz', env })).toBe(expected);
  });
});
