const EVENT = 'personal-changed';

/** Calls now, and whenever what this device remembers was changed: here, in another tab, or while one was away. */
export function onPersonal(show: () => void): void {
  show();
  document.addEventListener(EVENT, show);
  addEventListener('storage', show);
  addEventListener('pageshow', (event) => {
    if (event.persisted) show();
  });
}

/** Tells the other elements of the page that what is remembered was changed as a whole. */
export function tellPersonalChanged(): void {
  document.dispatchEvent(new Event(EVENT));
}
