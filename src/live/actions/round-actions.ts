import type { Groups } from '../../breakout/met';
import { finish, oneRoomOn, prepareNext, sameGroups } from '../edits/next-round';
import { open, seatForOpening } from '../edits/phases';
import { regroup, shuffle as shuffleByLot } from '../edits/seating';
import { facilitatorStage } from '../stage';
import type { FacilitatorActions, NextGroups } from '../views';
import type { Desk } from './desk';

/** From round to round. What needs a search, or an earlier round, takes a moment: it is a job. */
export function roundActions(
  desk: Desk,
): Pick<FacilitatorActions, 'shuffle' | 'prepareNext' | 'reopen' | 'finish'> {
  const { apply, attempt, snapshot: now, random } = desk;
  const prepare = (groups: Groups): void =>
    apply(prepareNext(now(), groups, random), { what: 'next-round', name: '' });
  return {
    shuffle() {
      const offer = { what: 'shuffle', name: '' } as const;
      if (now().rounds === undefined) apply(shuffleByLot(now(), random), offer);
      else
        attempt('mix', async () => {
          const groups = await desk.rounds.otherGroups();
          apply(regroup(now(), groups), offer);
        });
    },
    prepareNext(choice) {
      const known = atHand(desk, choice);
      if (known !== undefined) prepare(known);
      else attempt('mix', async () => prepare(await searched(desk, choice)));
    },
    reopen() {
      // Pressed on a screen that is behind: somebody has prepared other groups meanwhile.
      if (facilitatorStage(now()).at !== 'after') return;
      apply(prepareNext(now(), sameGroups(now()), random));
      apply(seatForOpening(now(), random));
      const snapshot = now();
      apply(open(snapshot, desk.seatsDigest((snapshot.run?.epoch ?? 0) + 1)));
    },
    finish: () => apply(finish(now()), { what: 'finish', name: '' }),
  };
}

function atHand({ snapshot: now }: Desk, choice: NextGroups): Groups | undefined {
  if (choice === 'same') return sameGroups(now());
  return choice === 'move-on' ? oneRoomOn(now()) : undefined;
}

function searched({ rounds }: Desk, choice: NextGroups): Promise<Groups> {
  return typeof choice === 'object' ? rounds.groupsOf(choice.round) : rounds.newGroups();
}
