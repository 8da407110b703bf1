import { emptyPersonal, parsePersonal, STORE_KEY, type Personal } from '../lib/personal-store.ts';

// Kept in memory too: where storage is blocked or full, the page works on until it is left.
let memory: Personal | undefined;

/** What this device remembers; empty where nothing is stored or storage is blocked. */
export function readPersonal(): Personal {
  if (memory !== undefined) return memory;
  try {
    memory = parsePersonal(localStorage.getItem(STORE_KEY));
  } catch {
    memory = emptyPersonal();
  }
  return memory;
}

/** Changes what is remembered. Returns whether it could be stored. */
export function changePersonal(change: (personal: Personal) => void): boolean {
  try {
    // Another tab may have written since.
    memory = parsePersonal(localStorage.getItem(STORE_KEY));
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
    localStorage.removeItem(STORE_KEY);
    return true;
  } catch {
    return false;
  }
}
