const KEY = 'bb:slash-key';

/** Whether "/" opens search; people who speak to their computer may turn it off (WCAG 2.1.4). */
export function slashKeyIsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setSlashKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Blocked storage: the key stays as it is.
  }
}
