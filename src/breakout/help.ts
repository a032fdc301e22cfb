/** Calls for help, in the caller's own record, and what facilitators say to them, in the plan. */
import type { Epoch } from './ids';
import type { HelpCall } from './person';
import type { HelpVerdict } from './plan';

/** [I6] A call of an old epoch is no call. */
export function isOpenCall(help: HelpCall | undefined, epoch: Epoch): help is HelpCall {
  return help !== undefined && help.open && help.epoch === epoch;
}

/** A verdict names the call it answers: calling again is a new call without one. */
export function verdictOn(
  help: HelpCall,
  verdict: HelpVerdict | undefined,
): HelpVerdict | undefined {
  return verdict?.call === help.call ? verdict : undefined;
}
