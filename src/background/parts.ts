/** What a background consists of. */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { TabId, WriterId } from '../breakout/ids';
import { isFacilitator } from '../breakout/plan';
import type { Notices } from '../i18n/notices';
import { wasFacilitator } from '../records/was-facilitator';
import { Absence } from './absence';
import { Attendant } from './attendant';
import { Conducting } from './conducting';
import { Conductor } from './conductor';
import { FacilitatorNotices } from './facilitator-notices';
import { FramePicking } from './frame-picking';
import { HeardBeats } from './heard-beats';
import { Held } from './held';
import { IncomingMessages } from './incoming-messages';
import { IndexKeeper } from './index-keeper';
import { JournalKeeper } from './journal-keeper';
import { Keeper } from './keeper';
import { LastSetup } from './last-setup';
import { LeadingTab } from './leading-tab';
import { MoreTimeNotices } from './more-time-notices';
import { NewNotes } from './new-notes';
import { OwnProblem } from './own-problem';
import { OwnRun } from './own-run';
import { OwnSessions } from './own-sessions';
import { OwnTraces } from './own-traces';
import { OwnWrites } from './own-writes';
import { ParticipantNotices } from './participant-notices';
import { Removals } from './removals';
import { Tellings } from './tellings';
import type { Visibility } from './visibility';
import { WaitingRecord } from './waiting-record';
import { Worker } from './worker';

export interface PartsDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly visibility: Visibility;
  readonly tab: TabId;
  /** This page began while its user was in no room. */
  readonly beganOutside: boolean;
  readonly writer: WriterId;
  readonly notices: Notices;
  readonly lessMotion: () => boolean;
}

/** Cheap to evaluate, after whatever may have changed something; it may always be repeated. */
export interface Part {
  evaluate(): void;
  /** "Try again", pressed by a facilitator. */
  retry?(): void;
  close?(): void;
}

/** Some of them by their names: what else comes to pass with a background is told to these. */
export interface Parts {
  readonly held: Held;
  readonly lead: LeadingTab;
  readonly conductor: Conductor;
  readonly conducting: Conducting;
  readonly attendant: Attendant;
  readonly ownTraces: OwnTraces;
  readonly participantNotices: ParticipantNotices;
  readonly facilitatorNotices: FacilitatorNotices;
  /** All that are evaluated: the first ones make what the next ones look at. */
  readonly inOrder: readonly Part[];
}

/** @param wake everything is to be evaluated again */
export function makeParts(deps: PartsDeps, wake: () => void): Parts {
  const { board, timers, visibility, tab, beganOutside, writer, notices, lessMotion } = deps;
  const me = board.me.id;
  const facilitates = (): boolean => isFacilitator(held.plan.value, me);
  // Whoever is a facilitator no more may still be the only one who can end them.
  const mayHaveStartedSessions = (): boolean => wasFacilitator(held.plan.doc, me);
  const repair = (): 'never' | 'conductor' | 'others' => {
    if (conducting.conducting) return 'conductor';
    return facilitates() ? 'others' : 'never';
  };
  const visible = (): boolean => visibility.visible();
  const sessionText = (): string => notices.sessionDescription(board.me.name);

  const held = new Held({ board, timers, writer, wake, repair });
  const lead = new LeadingTab({ held, tab, visibility });
  const heard = new HeardBeats({ timers, me, tab });
  const ownRun = new OwnRun({ timers, held, me, tab, wake });
  const conductor = new Conductor({ board, timers, held, ownRun, sessionText, wake });
  const election = { board, timers, held, heard, conductor, ownRun, lead, tab, visible, wake };
  const conducting = new Conducting(election);

  const tellings = new Tellings(timers);
  const problem = new OwnProblem({ held, timers });
  const removals = new Removals({ storage: board.storage, timers });
  const shared = {
    ...election,
    beganOutside,
    conducting,
    writer,
    lessMotion,
    notices,
    problem,
    removals,
    tellings,
  };
  const participantNotices = new ParticipantNotices(shared);
  const facilitatorNotices = new FacilitatorNotices(shared);
  const messages = new IncomingMessages(shared);
  const attendant = new Attendant({ ...shared, notices: participantNotices, messages });
  const ownTraces = new OwnTraces(shared);
  const inOrder = [
    conducting,
    new OwnWrites(shared),
    new WaitingRecord(shared),
    new JournalKeeper(shared),
    new IndexKeeper(shared),
    new LastSetup(shared),
    removals,
    new Keeper(shared),
    ...[new Worker(shared), new NewNotes(shared), new FramePicking(shared)].map((part) =>
      onlyIf(facilitates, part),
    ),
    onlyIf(mayHaveStartedSessions, new OwnSessions(shared)),
    messages,
    new Absence(shared),
    attendant,
    ownTraces,
    participantNotices,
    facilitatorNotices,
    new MoreTimeNotices(shared),
  ];
  return {
    held,
    lead,
    conductor,
    conducting,
    attendant,
    ownTraces,
    participantNotices,
    facilitatorNotices,
    inOrder,
  };
}

/** Left alone as long as it is not so; but whatever it has begun is ended with the others. */
function onlyIf(isSo: () => boolean, part: Part): Part {
  return {
    evaluate: () => {
      if (isSo()) part.evaluate();
    },
    retry: () => part.retry?.(),
    close: () => part.close?.(),
  };
}
