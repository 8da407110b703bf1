const KEY = 'bb:slash-key';

/** Whether "/" opens search; users of speech input can turn it off (WCAG 2.1.4). */
export function slashKeyIsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Turns the "/" key on or off. */
export function setSlashKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Storage is blocked: the setting does not change.
  }
}
