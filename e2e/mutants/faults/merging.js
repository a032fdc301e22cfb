/** @type {readonly import('../mutants.js').Mutant[]} */
export const merging = [
  {
    breaks: 'M8: an edit that became unwritable while its write was under way counts as written',
    file: 'src/records/merged-record.ts',
    find: 'this.#unwritten = !this.writable;\n    if (this.#unwritten) return undefined;',
    replace: 'this.#unwritten = false;\n    if (!this.writable) return undefined;',
  },
  {
    breaks: 'M1: the smaller clock wins',
    file: 'src/records/merge.ts',
    find: 'return compare(a[1], b[1]) || compare(a[2], b[2])',
    replace: 'return compare(b[1], a[1]) || compare(a[2], b[2])',
  },
  {
    breaks: 'M1: of two edits with one stamp neither wins',
    file: 'src/records/merge.ts',
    find: 'compare(a[2], b[2]) || compareValues(a[0], b[0])',
    replace: 'compare(a[2], b[2])',
  },
  {
    breaks: 'M1: a smaller generation replaces a greater one',
    file: 'src/records/merge.ts',
    find: 'return a.generation > b.generation ? a : b;',
    replace: 'return a.generation > b.generation ? b : a;',
  },
  {
    breaks: 'M2: an edit does not outrank what it has seen',
    file: 'src/records/merge.ts',
    find: '[value, clock + 1, writer]',
    replace: '[value, clock, writer]',
  },
  {
    breaks: 'M2: setting what is there already is an edit',
    file: 'src/records/merge.ts',
    find: 'return canonical(before) === canonical(value) ? [] :',
    replace: 'return canonical(before) === canonical([value]) ? [] :',
  },
  {
    breaks: 'M3: what storage holds already counts as lacking',
    file: 'src/records/merge.ts',
    find: 'return theirs === undefined || compareRegisters(ours, theirs) > 0;\n    })\n    .map',
    replace:
      'return theirs === undefined || compareRegisters(ours, theirs) >= 0;\n    })\n    .map',
  },
  {
    breaks: 'M1: two copies that differ in a stamp have one digest',
    file: 'src/records/merge.ts',
    find: '`${path} ${canonical(register)}`',
    replace: '`${path} ${canonical(register[0])}`',
  },
  {
    breaks: 'M1: a path that every object inherits is found',
    file: 'src/records/merge.ts',
    find: 'return Object.hasOwn(registers, path) ? registers[path] : undefined;',
    replace: 'return registers[path];',
  },
];
