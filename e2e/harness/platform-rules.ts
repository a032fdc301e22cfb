/**
 * What Miro documents, sentence by sentence, in a form that can be tried on any board: the mocked one
 * in process, the mocked one through a real iframe, or, one day, Miro itself.
 */
import { attentionRules } from './rules/attention';
import { eventRules } from './rules/events';
import { frameRules } from './rules/frames';
import { itemKindRules } from './rules/item-kinds';
import { itemRules } from './rules/items';
import { metadataRules } from './rules/metadata';
import { notificationRules } from './rules/notifications';
import type { Rule } from './rules/rule';
import { sessionRules } from './rules/sessions';
import { storageRules } from './rules/storage';
import { timerRules } from './rules/timer';
import { uiRules } from './rules/ui';
import { userRules } from './rules/users';
import { viewportRules } from './rules/viewport';

export type { Action, BoardUnderTest, Hands, Page, PageName, Person, Rule } from './rules/rule';

/** By the part of the platform that they are about. */
export const platformRules: Readonly<Record<string, readonly Rule[]>> = {
  users: userRules,
  storage: storageRules,
  events: eventRules,
  items: itemRules,
  'kinds of items': itemKindRules,
  frames: frameRules,
  metadata: metadataRules,
  viewport: viewportRules,
  'panels and modals': uiRules,
  notifications: notificationRules,
  sessions: sessionRules,
  attention: attentionRules,
  timer: timerRules,
};
