/** What facilitators and conductors change of the plan: apart, for most screens only read it. */
import { nextNumber } from '../breakout/counter';
import type { Epoch, FrameId, RoomId, UserId } from '../breakout/ids';
import type { Facilitator, HelpVerdict, Plan, Settings, Wanted } from '../breakout/plan';
import type { Changes } from './merge';
import { planRegisters } from './plan';
import { clip, MAX_NAME, MAX_TASK } from './text';
import { toJson } from './to-json';

const {
  roomParts,
  settingParts,
  wantedParts,
  verdict,
  facilitator,
  pin,
  task,
  proposedLength,
  prepared,
  tries,
} = planRegisters;

/** `null` takes a value back. What is not named stays. */
export interface RoomChange {
  readonly alive?: boolean;
  readonly name?: string;
  /** The app has given the name. */
  readonly given?: true | null;
  readonly title?: string | null;
  readonly order?: number;
  readonly hue?: number;
  readonly frame?: FrameId | null;
  readonly wantsFrame?: UserId | null;
  readonly task?: string;
  readonly closing?: Epoch | null;
  readonly link?: string | null;
  readonly places?: number | null;
  readonly locked?: boolean;
}

export type WantedChange = Partial<Omit<Wanted, 'help'>>;

/** Pure: what to change, to be handed to `MergedRecord.edit`. Texts are cut to what fits. */
export const planEdits = {
  setRoom(id: RoomId, change: RoomChange): Changes {
    const fitting = {
      ...change,
      ...(change.name === undefined ? {} : { name: clip(change.name, MAX_NAME) }),
      ...(typeof change.title === 'string' ? { title: clip(change.title, MAX_NAME) } : {}),
      ...(change.task === undefined ? {} : { task: clip(change.task, MAX_TASK) }),
    };
    return changesOf(fitting, (part) => roomParts[part].path(id));
  },
  setFacilitator(id: UserId, as: Omit<Facilitator, 'user'> | null): Changes {
    const value = as && {
      name: clip(as.name, MAX_NAME),
      order: as.order,
      ...(as.seated === true ? { seated: true } : {}),
    };
    return { [facilitator.path(id)]: value };
  },
  /** For every room without its own. */
  setTask: (words: string): Changes => ({ [task.path()]: clip(words, MAX_TASK) }),
  /** Proposed for the next breakout. */
  setLength: (next: Plan['length']): Changes => ({ [proposedLength.path()]: next }),
  setSettings: (change: Partial<Settings>): Changes =>
    changesOf(change, (part) => settingParts[part].path()),
  /** [S5] Whoever is pinned stays in the room they sit in. */
  setPinned: (id: UserId, pinned: boolean): Changes => ({ [pin.path(id)]: pinned ? true : null }),
  setPrepared: (epoch: Epoch): Changes => ({ [prepared.path()]: epoch }),
  /** "Try again": one more than was seen, so that two who press at once press once. */
  tryAgain: ({ tries: seen }: Pick<Plan, 'tries'>): Changes => ({
    [tries.path()]: nextNumber(seen),
  }),
  setWanted: (epoch: Epoch, change: WantedChange): Changes =>
    changesOf(change, (part) => wantedParts[part].path(epoch)),
  setVerdict: (epoch: Epoch, caller: UserId, answer: HelpVerdict): Changes => ({
    [verdict.path(epoch, caller)]: toJson(answer),
  }),
};

function changesOf<Change extends object>(
  change: Change,
  path: (part: Extract<keyof Change, string>) => string,
): Changes {
  const changes: Record<string, ReturnType<typeof toJson>> = {};
  for (const part in change) changes[path(part)] = toJson(change[part]);
  return changes;
}
