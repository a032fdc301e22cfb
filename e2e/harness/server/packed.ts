import { brotliDecompress, gunzip, inflate, type InputType } from 'node:zlib';
import { MAX_REWRITTEN_BYTES } from './limits';

const LIMIT = { maxOutputLength: MAX_REWRITTEN_BYTES };

type Done = (error: Error | null, bytes: Buffer) => void;
type Unpack = (packed: InputType, limit: typeof LIMIT, done: Done) => void;

const ways: Readonly<Record<string, Unpack>> = {
  br: brotliDecompress,
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
};

/** Of a header `Content-Encoding`, in the order in which they were applied. */
const namesIn = (encoding: string): readonly string[] =>
  encoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');

/** Whether `unpacked` knows these encodings. */
export const canUnpack = (encoding: string): boolean =>
  namesIn(encoding).every((name) => Object.hasOwn(ways, name));

/**
 * What was packed for the journey. Servers of built apps often send what lies packed on their disk,
 * whatever was asked for.
 *
 * @throws if it is no such thing, or larger than MAX_REWRITTEN_BYTES
 */
export async function unpacked(packed: Buffer, encoding: string): Promise<Buffer> {
  // Nothing at all, as behind 304 or to HEAD, is not packed either.
  if (packed.length === 0) return packed;
  let bytes = packed;
  for (const name of namesIn(encoding).toReversed()) {
    const unpack = ways[name];
    if (!unpack) throw new Error(`Cannot unpack ${name}.`);
    const before = bytes;
    bytes = await new Promise((resolve, reject) => {
      unpack(before, LIMIT, (error, result) => {
        if (error) reject(error);
        else resolve(result);
      });
    });
  }
  return bytes;
}
