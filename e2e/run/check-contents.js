import { existsSync, readFileSync } from 'node:fs';
import { contentPolicyOf, isClosed } from './content-policy.js';
import { inRoot } from './paths.js';

const pages = ['index.html', 'panel.html', 'modal.html'];

/** What a static host serves and Miro asks for. */
const required = [...pages, 'app-manifest.yaml', 'icon-outline.svg', 'icon-colored.svg'];

const sdk = 'https://miro.com/app/static/sdk/v2/miro.js';

/**
 * Makes sure that the built app is whole, that its pages name Miro's script at its real address, and
 * that each carries a Content-Security-Policy which lets nobody in besides.
 * @returns {readonly string[]} what is wrong, as sentences
 */
export function checkContents() {
  const missing = required.filter((name) => !existsSync(inRoot(`dist/${name}`)));
  const built = pages
    .filter((name) => !missing.includes(name))
    .map((name) => ({ name, html: readFileSync(inRoot(`dist/${name}`), 'utf8') }));
  const astray = built.filter(({ html }) => !html.includes(`src="${sdk}"`));
  const unguarded = built.filter(({ html }) => !isClosed(contentPolicyOf(html) ?? ''));
  return [
    ...missing.map((name) => `dist/${name} is missing.`),
    ...astray.map(({ name }) => `dist/${name} does not load ${sdk}.`),
    ...unguarded.map(({ name }) => `dist/${name} has no closed Content-Security-Policy.`),
  ];
}
