import {
  ASIDE_KEY,
  emptyPersonal,
  isUnreadable,
  parsePersonal,
  STORE_KEY,
  type Personal,
} from '../lib/personal-store.ts';
import { announce } from './announce.ts';

// Kept in memory too: where storage is blocked or full, the page works on until it is left.
let memory: Personal | undefined;

/**
 * What is stored. An entry that cannot be read is kept aside and said so, because the next change would write over it.
 * @throws where storage is blocked
 */
function stored(): Personal {
  const text = localStorage.getItem(STORE_KEY);
  if (isUnreadable(text)) {
    localStorage.setItem(ASIDE_KEY, text ?? '');
    localStorage.removeItem(STORE_KEY);
    announce(
      'What this browser kept of your progress cannot be read. It is kept aside, and you start afresh.',
    );
  }
  return parsePersonal(text);
}

/** What this device remembers; empty where nothing is stored or storage is blocked. */
export function readPersonal(): Personal {
  if (memory !== undefined) return memory;
  try {
    memory = stored();
  } catch {
    memory = emptyPersonal();
  }
  return memory;
}

/** Changes what is remembered. Returns whether it could be stored. */
export function changePersonal(change: (personal: Personal) => void): boolean {
  try {
    // Another tab may have written since.
    memory = stored();
  } catch {
    memory ??= emptyPersonal();
  }
  change(memory);
  try {
    localStorage.setItem(STORE_KEY, JSON.stringify(memory));
    return true;
  } catch {
    return false;
  }
}

/** Forgets everything. Returns whether storage could be cleared. */
export function clearPersonal(): boolean {
  memory = emptyPersonal();
  try {
    for (const key of [STORE_KEY, ASIDE_KEY]) localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
