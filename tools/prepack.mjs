/**
 * Stops `npm pack` and `npm publish` in a working copy: they would pack whatever dist/ holds, or nothing, and scripts that
 * make npm warn those who install the package. Other package managers run it to pack what they install from git.
 */
if (['pack', 'publish'].includes(process.env.npm_command ?? '')) {
  process.stderr.write(
    '\nllmquiz: A working copy cannot be packed as it is. Type `npm run release`: it builds the program, packs it and tries the package.\n\n',
  );
  process.exitCode = 1;
}
