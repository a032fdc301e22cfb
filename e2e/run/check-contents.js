import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.js';

const pages = ['index.html', 'panel.html', 'modal.html'];

/** What a static host serves and Miro asks for. */
const required = [...pages, 'app-manifest.yaml', 'icon-outline.svg', 'icon-colored.svg'];

const sdk = 'https://miro.com/app/static/sdk/v2/miro.js';

/**
 * Makes sure that the built app is whole, and that its pages name Miro's script at its real address.
 * @returns {readonly string[]} what is wrong, as sentences
 */
export function checkContents() {
  const missing = required.filter((name) => !existsSync(inRoot(`dist/${name}`)));
  const astray = pages
    .filter((name) => !missing.includes(name))
    .filter((name) => !readFileSync(inRoot(`dist/${name}`), 'utf8').includes(`src="${sdk}"`));
  return [
    ...missing.map((name) => `dist/${name} is missing.`),
    ...astray.map((name) => `dist/${name} does not load ${sdk}.`),
  ];
}
