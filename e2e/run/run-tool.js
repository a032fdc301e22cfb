import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot, root } from './paths.js';

/**
 * Runs a command in the repository and lets it write to this terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment] beside the inherited one
 * @returns {Promise<number>} its exit code; 1 when it could not be started or was killed
 */
export function run(command, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs an installed package's command in this Node, which works on every system and does without
 * the third of a second that `npx` takes.
 *
 * @param {string} name of the package and of its command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {Readonly<Record<string, string>>} [options.environment]
 * @param {readonly string[]} [options.nodeArgs]
 * @returns {Promise<number>} its exit code
 */
export function runTool(name, args, { environment, nodeArgs = [] } = {}) {
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(inRoot(`node_modules/${name}/package.json`), 'utf8'));
  const script = typeof bin === 'string' ? bin : (bin[name] ?? '');
  return run(
    process.execPath,
    [...nodeArgs, inRoot(`node_modules/${name}/${script.replace(/^\.\//, '')}`), ...args],
    environment,
  );
}
