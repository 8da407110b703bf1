import { ASIDE_KEY, emptyPersonal, isUnreadable, parsePersonal, STORE_KEY, type Personal } from '../store.ts';
import { announce } from '../../utils/announce.ts';

type Change = (personal: Personal) => void;

// A copy in memory, so that the page works while storage is blocked or full.
let memory: Personal | undefined;
// Changes that could not be stored; the next change applies them again.
let waiting: Change[] = [];

/** Moves an unreadable entry to the key for such entries, after earlier ones. */
function setAside(text: string): void {
  const before = localStorage.getItem(ASIDE_KEY);
  // Removed first, because full storage may have no room for two copies.
  localStorage.removeItem(STORE_KEY);
  try {
    localStorage.setItem(ASIDE_KEY, before === null ? text : `${before}\n${text}`);
  } catch (error) {
    localStorage.setItem(STORE_KEY, text);
    throw error;
  }
}

/** Reads the entry; sets an unreadable one aside. Throws if storage is blocked or has no room for that. */
function stored(): Personal {
  const text = localStorage.getItem(STORE_KEY);
  if (isUnreadable(text)) {
    setAside(text ?? '');
    announce('Your progress cannot be read. It is kept aside, and you start afresh.');
  }
  return parsePersonal(text);
}

/** Reads the data on this device; empty if nothing is stored or storage is blocked. */
export function readStore(): Personal {
  if (memory !== undefined) return memory;
  try {
    memory = stored();
  } catch {
    memory = emptyPersonal();
  }
  return memory;
}

/** Applies the waiting changes to what is stored now. Returns whether it could be stored. */
function write(): boolean {
  if (waiting.length === 0) return true;
  try {
    const personal = stored();
    for (const change of waiting) change(personal);
    localStorage.setItem(STORE_KEY, JSON.stringify(personal));
    memory = personal;
    waiting = [];
    return true;
  } catch {
    return false;
  }
}

/**
 * Changes the data on this device: at once for this page, and in storage while no other tab writes. The change may be
 * applied more than once, each time to data without it.
 * @returns whether it could be stored
 */
export async function updateStore(change: Change): Promise<boolean> {
  change(readStore());
  waiting.push(change);
  // Only secure pages have locks. Without them two tabs can write in the same millisecond.
  return 'locks' in navigator ? navigator.locks.request(STORE_KEY, write) : write();
}

/** Erases all data. Returns whether storage could be cleared. */
export function clearStore(): boolean {
  memory = emptyPersonal();
  waiting = [];
  try {
    for (const key of [STORE_KEY, ASIDE_KEY]) localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

// Data in memory may be outdated after a change in another tab or when the page is restored.
const forgetMemory = (): void => {
  if (waiting.length === 0) memory = undefined;
};
addEventListener('storage', forgetMemory);
addEventListener('pageshow', forgetMemory);
// A page that is left may not get the lock any more.
addEventListener('pagehide', write);

const CHANGED = 'personal-changed';

/**
 * Calls back now and after changes of all the data: on this page, in another tab, or while the page was in the
 * back/forward cache.
 * @param signal ends the subscription; without one it lasts as long as the page
 */
export function subscribe(show: () => void, signal?: AbortSignal): void {
  show();
  const until = signal && { signal };
  document.addEventListener(CHANGED, show, until);
  addEventListener('storage', show, until);
  addEventListener('pageshow', ({ persisted }) => persisted && show(), until);
}

/** Notifies the other elements of the page after an import or erasure. */
export const notifySubscribers = (): boolean => document.dispatchEvent(new Event(CHANGED));
