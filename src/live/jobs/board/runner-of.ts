import type { Job } from '../../../breakout/work';
import { collectNotes } from './collect-notes';
import { fillRooms } from './fill-rooms';
import type { JobRunner } from './job';
import { nameRooms, takeNames } from './name-rooms';
import { putText } from './put-text';

export function runnerOf(job: Job): JobRunner {
  switch (job.kind) {
    case 'collect':
      return collectNotes(job);
    case 'names':
      return nameRooms(job.texts);
    case 'take-names':
      return takeNames;
    case 'text':
    case 'setup':
      return putText(job);
    case 'fill':
      return fillRooms(job);
  }
}
