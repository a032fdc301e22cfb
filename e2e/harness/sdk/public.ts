import type { Miro } from '@mirohq/websdk-types';

/** The public side of a class: Miro declares its parts as classes with protected members. */
export type Public<T> = Pick<T, keyof T>;

export type Board = Miro['board'];
export type Item = Awaited<ReturnType<Board['getById']>>;
