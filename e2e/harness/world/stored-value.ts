import type { Json } from './api';
import { isObject } from './args';

/** A stored value as it travels: no `value`, no such key. */
export const isStoredValue = (
  payload: Json | undefined,
): payload is { value?: Json; version: string } =>
  isObject(payload) && typeof payload['version'] === 'string';
