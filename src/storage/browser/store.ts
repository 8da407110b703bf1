import { ASIDE_KEY, emptyPersonal, isUnreadable, parsePersonal, STORE_KEY, type Personal } from '../store.ts';
import { announce } from '../../utils/browser/announce.ts';

type Change = (personal: Personal) => void;

// Kept in memory too: where storage is blocked or full, the page works on until it is left.
let memory: Personal | undefined;
// What could not be stored yet; it is made again on what is stored by the next change.
let waiting: Change[] = [];

/** Moves an entry that cannot be read out of the way, behind what was kept aside before. */
function setAside(text: string): void {
  const before = localStorage.getItem(ASIDE_KEY);
  // First removed: a full storage may have no room for it twice.
  localStorage.removeItem(STORE_KEY);
  try {
    localStorage.setItem(ASIDE_KEY, before === null ? text : `${before}\n${text}`);
  } catch (error) {
    localStorage.setItem(STORE_KEY, text);
    throw error;
  }
}

/**
 * What is stored. An entry that cannot be read is kept aside and said so, because the next change would write over it.
 * @throws where storage is blocked, or has no room to keep the entry aside
 */
function stored(): Personal {
  const text = localStorage.getItem(STORE_KEY);
  if (isUnreadable(text)) {
    setAside(text ?? '');
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
export function changePersonal(change: Change): boolean {
  waiting.push(change);
  try {
    // Another tab may have written since.
    memory = stored();
  } catch {
    memory ??= emptyPersonal();
    change(memory);
    return false;
  }
  for (const each of waiting) each(memory);
  try {
    localStorage.setItem(STORE_KEY, JSON.stringify(memory));
    waiting = [];
    return true;
  } catch {
    return false;
  }
}

/** The text of what could not be read and is kept aside, if there is any. */
export function readAside(): string | undefined {
  try {
    return localStorage.getItem(ASIDE_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forgets everything. Returns whether storage could be cleared. */
export function clearPersonal(): boolean {
  memory = emptyPersonal();
  waiting = [];
  try {
    for (const key of [STORE_KEY, ASIDE_KEY]) localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

// Another tab wrote, or the page comes back as it was left: what is in memory may be old.
const readAgain = (): void => {
  if (waiting.length === 0) memory = undefined;
};
addEventListener('storage', readAgain);
addEventListener('pageshow', (event) => {
  if (event.persisted) readAgain();
});
