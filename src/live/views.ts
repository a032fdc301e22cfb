/**
 * What the screens show: plain data made from the records by pure functions, so that every screen
 * can be tested without a browser and drawn without a board. Words are the screens' own matter:
 * a view holds names and numbers, never sentences. Screen ids (F0 … P4) are those of docs/spec.md.
 */
export type * from './views/clock';
export type * from './views/facilitator-actions';
export type * from './views/facilitator-screens';
export type * from './views/help';
export type * from './views/modal';
export type * from './views/notice';
export type * from './views/own-room';
export type * from './views/panel';
export type * from './views/participant-actions';
export type * from './views/participant-screens';
export type * from './views/person';
export type * from './views/room';
export type * from './views/undo';
