import { describe, expect, it } from 'vitest';
import { bankNameOf, yamlNameOf } from '#core/bank/bank-name.ts';
import { logNameOf } from '#core/learner/events/log-name.ts';

describe('a file in the events folder', () => {
  it.each([
    'desk-1abc.jsonl',
    'DESK.JSONL',
    'desk-1abc.sync-conflict-20260301-101500-ABCDEFG.jsonl',
    "desk-1abc (Ada's conflicted copy 2026-03-01).jsonl",
    'desk-1abc (conflicted copy).jsonl',
    'desk-1abc 2.jsonl',
    'desk-1abc-Ada-Laptop.jsonl',
    '书桌.jsonl',
  ])('is a log: %s', (name) => {
    expect(logNameOf(name)).toEqual({ type: 'log' });
  });

  it.each([
    ['.desk-1abc.jsonl.icloud', 'desk-1abc.jsonl'],
    ['.Desk.JSONL.iCloud', 'Desk.JSONL'],
    ['desk.jsonl.nextcloud', 'desk.jsonl'],
    ['desk.jsonl.owncloud', 'desk.jsonl'],
    ['desk.jsonl.cloud', 'desk.jsonl'],
  ])('is a placeholder: %s', (name, log) => {
    expect(logNameOf(name)).toEqual({ type: 'placeholder', log });
  });

  it.each([
    '._desk.jsonl',
    '.#desk.jsonl',
    '.desk.jsonl',
    '.syncthing.desk.jsonl.tmp',
    '~syncthing~desk.jsonl.tmp',
    'desk.jsonl~',
    'desk.jsonl.swp',
    '.DS_Store',
    'desktop.ini',
    'notes.icloud',
    '._desk.jsonl.nextcloud',
    'jsonl',
  ])('is passed over: %s', (name) => {
    expect(logNameOf(name)).toEqual({ type: 'other' });
  });
});

describe('a file in a folder of a bank', () => {
  it.each(['a.yaml', 'a.yml', 'A.YAML', 'A.Yml', '题.YAML', 'deck (conflicted copy).yaml'])(
    'is one of it: %s',
    (name) => {
      expect(bankNameOf(name)).toEqual({ type: 'yaml' });
    },
  );

  it.each([
    ['.a.yaml.icloud', 'a.yaml'],
    ['A.YML.nextcloud', 'A.YML'],
  ])('is a placeholder: %s', (name, file) => {
    expect(bankNameOf(name)).toEqual({ type: 'placeholder', file });
  });

  it.each([
    ['a.yaml.txt', 'a.yaml'],
    ['A.YML.TXT', 'A.yaml'],
    ['a.yam', 'a.yaml'],
    ['a.ymal', 'a.yaml'],
    ['a.yalm', 'a.yaml'],
    ['a b.yamll', 'a b.yaml'],
  ])('was to be one: %s', (name, meant) => {
    expect(bankNameOf(name)).toEqual({ type: 'misnamed', meant });
  });

  it.each([
    '._a.yaml',
    '.a.yaml',
    '.yaml',
    'yaml',
    'a.yaml~',
    'a.yaml.bak',
    'a.yaml.orig',
    'a.txt',
    'a.json',
    'readme.md',
    '._a.yaml.txt',
  ])('is no part of it: %s', (name) => {
    expect(bankNameOf(name)).toEqual({ type: 'other' });
  });

  it('may be JSON, which is YAML under another name', () => {
    expect(['a.json', 'B.JSON', '.a.json', 'json'].map(yamlNameOf)).toEqual([
      'a.yaml',
      'B.yaml',
      undefined,
      undefined,
    ]);
  });
});
