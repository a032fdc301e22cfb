import type { Draft } from '../edits/messages';
import * as messages from '../edits/messages';
import type { Desk } from './desk';

export interface MessageActions {
  /** What has been typed so far. */
  keepDraft(draft: Draft): void;
  sendMessage(draft: Draft): void;
}

export function messageActions({ snapshot, apply, random }: Desk): MessageActions {
  return {
    keepDraft: (draft) => apply(messages.keepDraft(snapshot(), draft)),
    sendMessage: (draft) => apply(messages.send(snapshot(), draft, random)),
  };
}
