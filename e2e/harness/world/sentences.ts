/**
 * What Miro says when it refuses. Miro has no error codes, so these sentences are the interface.
 * "documented": the words of developers.miro.com/docs/websdk-reference-error-handling. "guessed":
 * that page, or another, describes the case without its words, or nothing does.
 */
export const APP_ID = '3074457300000000001';

export const sentences = {
  /** documented */
  rateLimit: (credits: number, per: 'minute' | 'hour') =>
    `The API rate limit was exceeded. Requests can use up to ${credits} credits in total per ${per}.`,
  /** documented: names command, app and scope */
  scope: (command: string, scope: string) =>
    `Cannot execute command ${command}: app ${APP_ID} lacks permission ${scope}.`,
  /** documented */
  paidOnly: (feature: string) =>
    `The (${feature}) feature is available only on paid plans. Upgrade your plan to use it.`,
  /** documented family */
  forbidden: (feature: string) =>
    `The current user does not have permissions for the feature (${feature}).`,
  /** documented template, for app data; guessed for storage */
  tooLarge: (feature: string) => `The data storage limit for "${feature}" has been exceeded.`,
  /** documented */
  noItem: (id: string) => `Can not retrieve item with id ${id}`,
  /** documented family */
  noZoomTarget: () => 'The argument is not valid for zoomTo: pass one or more existing items.',
  notYourPage: (surface: string) => `Cannot close the ${surface}: this app has no open ${surface}.`,
  modalLoad: () => 'Cannot open modal: it did not load within the timeout of 10 seconds.',
  panelNeedsClick: () => 'Cannot open panel: the board GUI is not active.',

  /** guessed */
  longNotification: () => 'The message is longer than 80 characters.',
  tooManyItems: () => 'The board cannot hold more items.',
  sessionsTaken: () => 'Another application already has active sessions on this board.',
  noSession: (id: string) => `The session with id ${id} does not exist.`,
  secondJoin: () => 'The user has already joined another session.',
  notInSession: () => 'The user has not joined this session.',
  onlyStarter: () => 'Only the starter of the session can end it.',
  bringOffline: () => 'The user is not online.',
  bringOutside: () => 'The user is not in a session of this app.',
  callerOutside: () => 'The current user is not in a session of this app.',
  timerRunning: () => 'The timer is already started.',
  timerNotRunning: () => 'The timer is not started.',
  timerLength: () => 'The duration must be greater than 0.',

  /** documented cases, guessed words */
  followSelf: () => 'A user cannot follow themselves.',
  followTwice: () => 'The user is already following someone.',
  followNobody: () => 'The user is not following anyone.',
  followOffline: () => 'The user to follow is not online.',
  followInitiator: () => 'The initiator cannot be one of the followers.',
  followTimeout: () => 'Not every follower could be reached within the timeout of 3 seconds.',

  /** documented cases, guessed words */
  frameSize: () => 'A frame must be at least 100 by 100.',
  frameTitle: () => 'The title of a frame must be shorter than 6000 characters.',
  childOutside: () => 'A child item must be inside its parent.',
  noMetadata: () => 'Items of type frame have no metadata.',
  invalid: (what: string) => `The argument is not valid: ${what}.`,
  unknownCommand: (command: string) => `Unknown command ${command}.`,
  told: () => 'Something went wrong.',
} as const;
