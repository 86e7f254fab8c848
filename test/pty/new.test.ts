import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { tempFolder } from '../temp.ts';
import { type Driven, drive, program } from './driver.ts';

/**
 * A bank of one deck, and an editor that runs lines of sed one after the other on what it is given, the first at its first call. It keeps a
 * copy of what it was given.
 */
function desk(...edits: readonly string[]) {
  const folder = tempFolder();
  const deck = join(folder, 'first.yaml');
  writeFileSync(deck, deckText);
  const editor = join(folder, 'my editor');
  const cases = edits.map((edit, i) => `${i}) ${edit} ;;`).join('\n');
  writeFileSync(
    editor,
    `#!/bin/sh\nfor file; do :; done\nn=$(cat '${folder}/calls' 2>/dev/null || echo 0)\nexpr $n + 1 > '${folder}/calls'\ncp "$file" '${folder}/given'\ncase $n in\n${cases}\nesac\n`,
  );
  chmodSync(editor, 0o755);
  const run = (words: readonly string[], env = {}): Driven =>
    drive({
      args: [program, 'new', ...words, '--bank', deck, '--lang', 'en'],
      env: { EDITOR: `'${editor}'`, TMPDIR: folder, ...env },
    });
  return {
    ...{ folder, deck, editor, run },
    text: () => readFileSync(deck, 'utf8'),
    given: () => readFileSync(join(folder, 'given'), 'utf8'),
    left: () => readdirSync(folder).filter((name) => name.startsWith('llmquiz-')),
  };
}

const deckText = `title: Rivers
items:
  - id: longest-river
    kind: true-false
    level: 1
    stem: The Nile flows through Egypt.
    key: true
    rationale: It reaches the sea there, north of Cairo.
    sources: [{ title: Atlas, url: 'https://example.org/atlas' }]
`;

const written = `cat > "$file" <<'END'
- id: river-of-london
  kind: text
  level: 1
  stem: Which river flows through London?
  key: Thames
  rationale: The Romans founded the town where they could bridge it.
  sources: [{ title: Atlas, url: 'https://example.org/atlas' }]
END
`;

describe('new', () => {
  it('opens the editor on an example with a free id, checks what was written, and adds it', async () => {
    const { run, text, given, left } = desk(written);
    const one = run(['text']);
    expect(await one.ended).toMatchObject({ exitCode: 0 });
    expect(one.raw()).toMatch(/Added `river-of-london` at .*first\.yaml:10\./);
    expect(text()).toBe(
      deckText +
        `  - id: river-of-london
    kind: text
    level: 1
    stem: Which river flows through London?
    key: Thames
    rationale: The Romans founded the town where they could bridge it.
    sources: [{ title: Atlas, url: 'https://example.org/atlas' }]
`,
    );
    expect(parse(given())).toMatchObject([{ id: 'text-1', kind: 'text' }]);
    expect(left()).toEqual([]);
  });

  it('shows what check finds in the question alone, and opens the editor on it again', async () => {
    const { run, text, given } = desk(
      `${written}\nsed -i 's/stem:/stm:/; s/level: 1/level: 9/' "$file"`,
      `sed -i 's/stm:/stem:/; s/level: 9/level: 2/' "$file"`,
    );
    const one = run(['text']);
    await one.waitFor(/edit it again/);
    expect(one.lines().join('\n')).toContain('did you mean `stem`?');
    await one.keys('e');
    expect(await one.ended).toMatchObject({ exitCode: 0 });
    expect(given()).toContain('stm: Which river');
    expect(parse(text()).items[1]).toMatchObject({ level: 2, stem: 'Which river flows through London?' });
  });

  it('adds it as it is on demand', async () => {
    const { run, text } = desk(`${written}\nsed -i 's/level: 1/level: 9/' "$file"`);
    const one = run(['text']);
    await one.waitFor(/add it as it is/);
    await one.keys('k');
    expect(await one.ended).toMatchObject({ exitCode: 0 });
    expect(parse(text()).items[1].level).toBe(9);
  });

  it('adds nothing on demand, and keeps what was written', async () => {
    const { run, text, left, folder } = desk(`${written}\nsed -i 's/level: 1/level: 9/' "$file"`);
    const one = run(['text']);
    await one.waitFor(/add nothing/);
    await one.keys('q');
    expect(await one.ended).toMatchObject({ exitCode: 1 });
    expect(text()).toBe(deckText);
    expect(readFileSync(join(folder, left()[0] ?? '', 'question.yaml'), 'utf8')).toContain('level: 9');
  });

  it('tells what is still as in the example, and drops its remarks', async () => {
    const { run, text } = desk(
      `sed -i 's/^  stem: .*/  stem: Which force keeps a ball on the ground?/' "$file"`,
    );
    const one = run(['text']);
    await one.waitFor(/add it as it is/);
    expect(one.raw()).toContain('Still as in the example: `id`, `rationale`, `title`, `url`.');
    await one.keys('k');
    await one.ended;
    expect(text().slice(deckText.length)).not.toContain('#');
  });

  it('says where YAML cannot be read, and nothing of a question is lost', async () => {
    const { run, text } = desk(
      `${written}\nsed -i 's/^  key:/   key:/' "$file"`,
      `sed -i 's/^   key:/  key:/' "$file"`,
    );
    const one = run(['text']);
    await one.waitFor(/edit it again/);
    expect(one.raw()).toContain('cannot be read, line 5');
    expect(one.raw()).not.toContain('add it as it is');
    await one.keys('e');
    expect(await one.ended).toMatchObject({ exitCode: 0 });
    expect(parse(text()).items).toHaveLength(2);
  });

  it.each([
    ['nothing was changed', ':', /Nothing was added\.\s*$/],
    ['all was removed', `: > "$file"`, /Nothing was added\.\s*$/],
    ['the editor fails', 'exit 7', /The editor .* failed \(exit code 7\)\. Nothing was added\.\s*$/],
    [
      'it fails after a change',
      `${written}\nexit 7`,
      /failed \(exit code 7\)\. Nothing was added\. What you wrote is in\s/,
    ],
  ])('adds nothing if %s', async (_, edit, expected) => {
    const { run, text } = desk(edit);
    const one = run(['text']);
    expect(await one.ended).toMatchObject({ exitCode: 1 });
    expect(one.raw().replace(/\r?\n/g, ' ')).toMatch(expected);
    expect(text()).toBe(deckText);
  });

  it('says what to do if no editor is set, or there is none of that name', async () => {
    const { run, text, folder } = desk();
    const one = run(['text'], { EDITOR: '' });
    expect(await one.ended).toMatchObject({ exitCode: 1 });
    expect(one.raw()).toContain('No editor is set. Set VISUAL or EDITOR');
    const other = run(['text'], { EDITOR: join(folder, 'nowhere') });
    expect(await other.ended).toMatchObject({ exitCode: 1 });
    expect(other.raw()).toMatch(
      /The editor [\s\S]*nowhere`\s+failed\s+\(exit\s+code\s+127:\s+no\s+such\s+program\)/,
    );
    expect(text()).toBe(deckText);
  });

  it('does not touch a deck that cannot be read, and opens no editor', async () => {
    const { run, deck, text, folder } = desk(written);
    writeFileSync(deck, deckText.replace('    level', '   level'));
    const one = run(['text']);
    expect(await one.ended).toMatchObject({ exitCode: 1 });
    expect(one.raw()).toContain('cannot be read from line');
    expect(existsSync(join(folder, 'calls'))).toBe(false);
    expect(text()).toBe(deckText.replace('    level', '   level'));
  });

  it('does not write over what another program has written meanwhile', async () => {
    const { run, deck, text, left } = desk(`${written}\necho '# mine' >> "$DECK"`);
    const own = `${deckText}# mine\n`;
    const one = run(['text'], { DECK: deck });
    expect(await one.ended).toMatchObject({ exitCode: 1 });
    expect(one.raw().replace(/\s+/g, ' ')).toContain('another program changed it. What you wrote is in');
    expect(left()).toHaveLength(1);
    expect(text()).toBe(own);
  });

  it('asks which deck if there are several, and takes a part of its name', async () => {
    const { folder, editor } = desk(...Array<string>(7).fill(written));
    const bank = join(folder, 'bank');
    mkdirSync(bank);
    writeFileSync(join(bank, '01-rivers.yaml'), deckText);
    writeFileSync(join(bank, '02-lakes.yaml'), deckText.replace('longest-river', 'other'));
    const add = (...words: readonly string[]) =>
      drive({
        args: [program, 'new', 'text', '--bank', bank, '--lang', 'en', ...words],
        env: { EDITOR: `'${editor}'` },
      });
    const one = add();
    await one.waitFor(/1\. rivers\r?\n\s*2\. lakes\r?\nIts number or name: $/);
    await one.keys('ponds\r');
    await one.waitFor(/rivers, lakes[\s\S]*Its number or name: $/);
    await one.keys('2\r');
    expect(await one.ended).toMatchObject({ exitCode: 0 });
    expect(parse(readFileSync(join(bank, '02-lakes.yaml'), 'utf8')).items).toHaveLength(2);
    writeFileSync(join(bank, '02-lakes.yaml'), deckText.replace('longest-river', 'other'));
    const other = add('--deck', 'lak');
    expect(await other.ended).toMatchObject({ exitCode: 0 });
    expect(parse(readFileSync(join(bank, '02-lakes.yaml'), 'utf8')).items).toHaveLength(2);
    expect(readFileSync(join(bank, '01-rivers.yaml'), 'utf8')).toBe(deckText);
    for (const word of ['02', '2', '02-lakes', '02-lakes.yaml', 'bank/02-lakes.yaml']) {
      writeFileSync(join(bank, '02-lakes.yaml'), deckText.replace('longest-river', 'other'));
      expect(await add('--deck', word).ended).toMatchObject({ exitCode: 0 });
      expect(parse(readFileSync(join(bank, '02-lakes.yaml'), 'utf8')).items).toHaveLength(2);
    }
  });
});
