/** The dialects as a person chooses them: what each question is, and its possible answers. */
import type { Dialect } from '../../world/dialect';

type Choices = {
  readonly [K in keyof Dialect]: {
    readonly label: string;
    readonly choices: readonly { readonly value: Dialect[K]; readonly label: string }[];
  };
};

const yesNo = [
  { value: true, label: 'yes' },
  { value: false, label: 'no' },
] as const;

export const dialectChoices: Choices = {
  sessionsSurviveStarter: { label: 'Sessions survive the starter’s reload', choices: yesNo },
  secondJoin: {
    label: 'Joining a second session',
    choices: [
      { value: 'switches', label: 'switches' },
      { value: 'rejects', label: 'rejects' },
    ],
  },
  mayEnd: {
    label: 'Who may end a session',
    choices: [
      { value: 'starter', label: 'its starter' },
      { value: 'anyone', label: 'anyone' },
    ],
  },
  membership: {
    label: 'In a session is',
    choices: [
      { value: 'user', label: 'the user' },
      { value: 'tab', label: 'the tab' },
    ],
  },
  membershipEvents: {
    label: 'Joining and leaving is told to',
    choices: [
      { value: 'everyone', label: 'everyone' },
      { value: 'starter', label: 'the starter' },
    ],
  },
  tabCloseLeaves: { label: 'Closing a tab leaves its session', choices: yesNo },
  inviteWithoutApp: { label: 'Invitations reach people without the app', choices: yesNo },
  inviteTakesModal: { label: 'An invitation takes the modal’s place', choices: yesNo },
  inviteResolves: {
    label: '“invite” resolves',
    choices: [
      { value: 'at-once', label: 'at once' },
      { value: 'after-answers', label: 'after answers' },
    ],
  },
  usersShape: {
    label: '“getUsers” gives',
    choices: [
      { value: 'objects', label: 'objects' },
      { value: 'ids', label: 'ids' },
    ],
  },
  sessionEvents: {
    label: 'Session events look as',
    choices: [
      { value: 'typed', label: 'typed' },
      { value: 'documented', label: 'documented' },
    ],
  },
  bringNeedsCallerInside: { label: '“zoomTo” needs the caller in a session', choices: yesNo },
  broadcastToOwnTab: { label: 'Broadcasts reach the sender’s own tab', choices: yesNo },
  viewersMaySet: { label: 'Viewers may write storage', choices: yesNo },
  watchMissing: {
    label: '“onValue” of a missing key',
    choices: [
      { value: 'silent', label: 'is silent' },
      { value: 'calls', label: 'calls' },
    ],
  },
  watchCost: {
    label: '“onValue” costs',
    choices: [
      { value: 0, label: 'nothing' },
      { value: 50, label: '50 credits' },
    ],
  },
  storageOrdered: { label: 'Storage keeps the order across keys', choices: yesNo },
  storageConflates: { label: 'Quick writes may arrive as one', choices: yesNo },
  backgroundMayCloseModal: { label: 'The background may close the modal', choices: yesNo },
  panelWithoutClick: { label: 'The background may open the panel', choices: yesNo },
  iconKeepsSelection: { label: 'The icon keeps the selection', choices: yesNo },
  longNotification: {
    label: 'A notification of 81 characters',
    choices: [
      { value: 'rejects', label: 'rejects' },
      { value: 'cuts', label: 'is cut' },
    ],
  },
  timerStartWhileRunning: {
    label: 'Starting a running timer',
    choices: [
      { value: 'rejects', label: 'rejects' },
      { value: 'replaces', label: 'replaces it' },
    ],
  },
  timerEvents: {
    label: 'Timer events reach',
    choices: [
      { value: 'everyone', label: 'everyone' },
      { value: 'caller', label: 'the caller' },
    ],
  },
  creditsPer: {
    label: 'Credits are counted per',
    choices: [
      { value: 'user', label: 'user' },
      { value: 'app', label: 'app' },
    ],
  },
  offlinePushes: {
    label: 'Pushes while offline',
    choices: [
      { value: 'queued', label: 'arrive later' },
      { value: 'lost', label: 'are lost' },
    ],
  },
};

export const dialectNames = Object.keys(dialectChoices) as readonly (keyof Dialect)[];
