import { parseArgs } from 'node:util';

/** Where the mocked board is served unless something else has the port already. */
export const BOARD_PORT = 4173;

/**
 * @typedef {object} BoardOptions
 * @property {string} host 127.0.0.1 unless `--host` opens the board to the network
 * @property {number} port
 * @property {boolean} strictPort true if the port was asked for: another one would not do
 */

/**
 * Options of `npm start` and `npm run dev`, behind `--`:
 * `--host [address]`, `--port <number>`, `--allow-app <origin>` (may be repeated).
 *
 * @returns {BoardOptions}
 */
export function boardOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args: withHostAddress(args),
    options: {
      host: { type: 'string' },
      port: { type: 'string' },
      'allow-app': { type: 'string', multiple: true },
    },
  });
  if (values['allow-app']) process.env['BOARD_ALLOW_APPS'] = values['allow-app'].join(' ');
  return {
    host: values.host ?? '127.0.0.1',
    port: values.port === undefined ? BOARD_PORT : Number(values.port),
    strictPort: values.port !== undefined,
  };
}

/**
 * `--host` alone means every address of this machine.
 * @param {readonly string[]} args
 */
function withHostAddress(args) {
  return args.flatMap((arg, i) => {
    const next = args[i + 1];
    return arg === '--host' && (next === undefined || next.startsWith('-'))
      ? ['--host', '0.0.0.0']
      : [arg];
  });
}

/**
 * @param {string | null} address of the running server, from its `resolvedUrls`
 * @param {readonly string[]} network further addresses, if it is open
 */
export function printBoard(address, network) {
  const overview = (/** @type {string} */ origin) => new URL('overview', origin).href;
  console.log(`
  Breakout Rooms on a mocked board, four people side by side:

    ${overview(address ?? `http://127.0.0.1:${BOARD_PORT}/`)}
${network.map((origin) => `    ${overview(origin)}\n`).join('')}
  Ctrl+C stops it.
`);
}
