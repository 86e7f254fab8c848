import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { citedIn } from '#core/check/rules/source/cited.ts';

export const sourceNotHttps: Rule = {
  id: 'source/not-https',
  severity: 'warning',
  summary: 'The URL of a source must begin with https.',
  why: 'Over plain http, the page that proves the answer can be changed in transit, and browsers warn about it.',
  bad: makeSampleDeck('https:', 'http:'),
  good: sampleDeck,
  *check(bank) {
    const message = 'this URL is plain http; use https, or a copy of the page that supports it';
    for (const { source, found } of citedIn(bank))
      if ('url' in source && isPlain(source.url)) yield found(message, 'url');
    for (const { publication, source, place } of bank.publications)
      if (isPlain(publication.url)) yield { path: source.path, at: place('url'), message };
  },
};

const isPlain = (url: string | undefined) => url !== undefined && /^http:/i.test(url);
