import { inRoot } from './paths.js';

/**
 * Builds the simulation's worker into one file for Node.
 * @returns {Promise<string>} where it is
 */
export async function buildSimulation() {
  const { build } = await import('vite');
  const { svelte } = await import('@sveltejs/vite-plugin-svelte');
  const outDir = inRoot('.cache/simulation');
  await build({
    configFile: false,
    root: inRoot('.'),
    publicDir: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: inRoot('svelte.config.js') })],
    ssr: { noExternal: true },
    build: {
      ssr: inRoot('e2e/simulation/worker.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', codeSplitting: false } },
    },
  });
  return `${outDir}/worker.mjs`;
}
