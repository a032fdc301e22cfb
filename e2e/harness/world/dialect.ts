/**
 * What Miro does not document. Each switch has a documented default: the reading that we hold for
 * likeliest. The app must work under every combination (design.md, section 8).
 */
export interface Dialect {
  /** Sessions survive the starter's reload or leaving. */
  readonly sessionsSurviveStarter: boolean;
  /** A second `join` switches sessions, or rejects until `leave`. */
  readonly secondJoin: 'switches' | 'rejects';
  readonly mayEnd: 'starter' | 'anyone';
  readonly membership: 'user' | 'tab';
  /** Who hears `user-joined` and `user-left`. */
  readonly membershipEvents: 'everyone' | 'starter';
  /** Closing a tab that is in a session (or one of two) emits `user-left`. */
  readonly tabCloseLeaves: boolean;
  /** The native invitation reaches people without the app. */
  readonly inviteWithoutApp: boolean;
  /** A pending native invitation occupies the modal slot. */
  readonly inviteTakesModal: boolean;
  readonly inviteResolves: 'at-once' | 'after-answers';
  readonly usersShape: 'objects' | 'ids';
  /** Shape of session event payloads: as typed, or as the documentation's example reads them. */
  readonly sessionEvents: 'typed' | 'documented';
  /** `collaboration.zoomTo` also needs the caller in a session. */
  readonly bringNeedsCallerInside: boolean;
  /** A broadcast reaches the sender's other iframes in the same tab. */
  readonly broadcastToOwnTab: boolean;
  readonly viewersMaySet: boolean;
  /** `onValue` on a missing key calls with `undefined`, or stays silent. */
  readonly watchMissing: 'calls' | 'silent';
  readonly watchCost: 0 | 50;
  /** Storage pushes to one client keep their order across keys. */
  readonly storageOrdered: boolean;
  /** Quick writes of one key may arrive as the last one only. */
  readonly storageConflates: boolean;
  readonly backgroundMayCloseModal: boolean;
  readonly panelWithoutClick: boolean;
  readonly iconKeepsSelection: boolean;
  /** A notification of 81 characters. */
  readonly longNotification: 'rejects' | 'cuts';
  readonly timerStartWhileRunning: 'rejects' | 'replaces';
  readonly timerEvents: 'everyone' | 'caller';
  readonly creditsPer: 'user' | 'app';
  /** Pushes while offline arrive afterwards, or are lost. */
  readonly offlinePushes: 'queued' | 'lost';
}

export const defaultDialect: Dialect = {
  sessionsSurviveStarter: true,
  secondJoin: 'switches',
  mayEnd: 'starter',
  membership: 'user',
  membershipEvents: 'everyone',
  tabCloseLeaves: true,
  inviteWithoutApp: true,
  inviteTakesModal: true,
  inviteResolves: 'at-once',
  usersShape: 'objects',
  sessionEvents: 'typed',
  bringNeedsCallerInside: false,
  broadcastToOwnTab: true,
  viewersMaySet: true,
  watchMissing: 'silent',
  watchCost: 0,
  storageOrdered: true,
  storageConflates: false,
  backgroundMayCloseModal: true,
  panelWithoutClick: true,
  iconKeepsSelection: true,
  longNotification: 'rejects',
  timerStartWhileRunning: 'rejects',
  timerEvents: 'everyone',
  creditsPer: 'user',
  offlinePushes: 'queued',
};
