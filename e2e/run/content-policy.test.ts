import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentPolicyOf, FRAME_ANCESTORS, isClosed } from './content-policy.js';
import { inRoot } from './paths.js';

const read = (path: string): string => readFileSync(inRoot(path), 'utf8');
const pages = ['index', 'panel', 'modal'].map((name) => read(`src/${name}.html`));
const [policy = ''] = pages.map(contentPolicyOf);

describe('the Content-Security-Policy', () => {
  test('is the same on all pages, ahead of everything it is about, and allows nobody but Miro', () => {
    expect(isClosed(policy)).toBe(true);
    for (const page of pages) expect(contentPolicyOf(page)).toBe(policy);
  });

  test('is what docs/deploy.md lets each host send, with who may frame the pages', () => {
    const sent = [...read('docs/deploy.md').matchAll(/default-src [^"\n]*/g)].map(([each]) => each);
    expect(sent.length).toBeGreaterThanOrEqual(3);
    for (const each of sent) expect(each).toBe(`${policy}; ${FRAME_ANCESTORS}`);
  });

  test.each([
    ['script in the page', "default-src 'none'; script-src 'self' 'unsafe-inline'"],
    ['text as code', "default-src 'none'; script-src 'self' 'unsafe-eval'"],
    ['every host', "default-src 'none'; connect-src *"],
    ['every secure host', "default-src 'none'; img-src https:"],
    ['somebody else', "default-src 'none'; script-src 'self' https://cdn.example"],
    ['somebody whose name ends alike', "default-src 'none'; script-src https://notmiro.com"],
    ['whatever is not named', "script-src 'self'"],
  ])('that allows %s is noticed', (_what, open) => {
    expect(isClosed(open)).toBe(false);
  });

  test('that comes after a script, or twice, counts as none', () => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
    expect(contentPolicyOf(`<head>${meta}<script></script></head>`)).toBe(policy);
    expect(contentPolicyOf(`<head><script></script>${meta}</head>`)).toBeUndefined();
    expect(contentPolicyOf(`<head>${meta}${meta}</head>`)).toBeUndefined();
  });
});
