import { expect, test } from 'vitest';
import { whyFailed } from './why-failed.js';

const failed = {
  title: 'a person is asked',
  tests: [
    { results: [{ status: 'failed', errors: [{ message: '\u001B[31mnot seen\u001B[39m' }] }] },
  ],
};
const passed = { title: 'all is well', tests: [{ results: [{ status: 'passed', errors: [] }] }] };

test('each failure is named, with its message, without colours', () => {
  const suites = [
    { title: 'joining', specs: [passed], suites: [{ title: 'late', specs: [failed] }] },
  ];
  expect(whyFailed({ suites })).toEqual(['\njoining › late › a person is asked\nnot seen']);
});

test('nothing is said when all is well, or nothing was run', () => {
  expect(whyFailed({ suites: [{ title: 'joining', specs: [passed] }] })).toEqual([]);
  expect(whyFailed({})).toEqual([]);
});
