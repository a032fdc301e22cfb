/** One step of the attendant, carried out. Each may be repeated. */
import type { Board } from '../board/port';
import type { AttendantStep } from '../breakout/attendant-view';
import { isOverruled } from '../breakout/choosing';
import type { TabId } from '../breakout/ids';
import type { Answer, Person, Viewport } from '../breakout/person';
import { panelData } from '../records/panel-data';
import { personEdits } from '../records/person';
import type { Asking } from './asking';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';
import type { Membership } from './membership';
import type { ParticipantNotices } from './participant-notices';
import type { StandingBy } from './standing-by';
import { kindOf } from './step-key';
import type { Traveller } from './traveller';
import type { Visiting } from './visiting';

export interface Effects {
  readonly board: Board;
  readonly held: Held;
  readonly lead: LeadingTab;
  readonly tab: TabId;
  readonly notices: ParticipantNotices;
  readonly asking: Asking;
  readonly traveller: Traveller;
  readonly visiting: Visiting;
  readonly membership: Membership;
  readonly standingBy: StandingBy;
  /** This page began while its user was in a room, and has not yet looked whether it was moved there. */
  readonly reloaded: boolean;
}

/** @throws {BoardError} it failed and may be tried again */
export async function perform(step: AttendantStep, effects: Effects): Promise<void> {
  const { board, held, lead, notices, tab } = effects;
  const { asking, traveller, visiting, membership, standingBy } = effects;
  switch (step.do) {
    case 'claim':
      standingBy.claims();
      lead.claim();
      return;
    case 'ask':
      if (isOverruled(step.question, held.person.value)) {
        held.person.edit(personEdits.set({ choice: undefined }));
      }
      return asking.ask(step.question);
    case 'choose':
      return asking.choose(step.question);
    case 'take': {
      const { question } = step;
      const answer: Answer = { ...question, kind: 'yes' };
      // [S10] The wish is granted, once: a later question about that room is a new one.
      held.person.edit(personEdits.set({ asked: question, answer, choice: undefined }));
      return;
    }
    case 'tell':
      return asking.tell(step.telling);
    case 'withdraw':
      return asking.withdraw();
    case 'look':
      return membership.look(step.session);
    case 'note-home':
      return traveller.noteHome(step.epoch);
    case 'recognise':
      return traveller.recognise(step.frames, effects);
    case 'join':
      traveller.lookAhead(step.goesTo);
      return membership.join(step.session);
    case 'arrive':
      await traveller.noteStray(step.question.epoch);
      held.person.edit(personEdits.set({ at: { ...step.question, frame: step.frame } }));
      try {
        await traveller.toFrame(step.frame, step.question.epoch);
      } finally {
        // They are in the room, whatever they look at.
        notices.arrived(step.question);
        // The clock and the way back are in the panel. Another app's panel may be in the way.
        await board.ui.openPanel(panelData(tab)).catch(() => false);
      }
      return;
    case 'show':
      return traveller.show();
    case 'recognise-visit':
      return visiting.recognise();
    case 'end-visit':
      return visiting.comeBack((to) => traveller.glide(to));
    case 'leave':
      return membership.leave(step.session);
    case 'depart':
      return bringHome(step.to, { help: undefined }, effects);
    case 'come-back':
      return traveller.home(step.to);
    case 'return':
      return traveller.returnStray();
    case 'return-beside':
      return traveller.returnBeside(step.frames);
    case 'restore':
      await bringHome(step.to, { home: undefined, help: undefined }, effects);
      notices.back();
      return;
    case 'forget':
      held.person.edit(
        personEdits.set({ home: undefined, help: undefined, ...outOf(held.person.value) }),
      );
      return;
  }
}

/** What is noted goes first, lest another tab does the same; it comes back if the view did not move. */
async function bringHome(
  to: Viewport | undefined,
  cleared: Partial<Person>,
  { held: { person }, traveller }: Effects,
): Promise<void> {
  const { at, home } = person.value;
  person.edit(personEdits.set({ ...cleared, ...outOf(person.value) }));
  if (to === undefined) return;
  try {
    await traveller.home(to);
  } catch (error) {
    person.edit(personEdits.set('home' in cleared ? { at, home } : { at }));
    throw error;
  }
}

/** [G4] Which room it was stays known: of whoever stayed in it, asked to move, the answer does not tell. */
function outOf({ at, problem }: Person): Partial<Person> {
  return {
    at: undefined,
    ...(at === undefined ? {} : { was: at }),
    // That they were not brought to its frame matters no more.
    ...(problem !== undefined && kindOf(problem.step) === 'arrive' ? { problem: undefined } : {}),
  };
}
