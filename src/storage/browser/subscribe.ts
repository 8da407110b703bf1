const CHANGED = 'personal-changed';

/**
 * Calls back now and after changes of all the data: on this page, in another tab, or while the page was in the
 * back/forward cache.
 * @param signal ends the subscription
 */
export function subscribe(show: () => void, signal: AbortSignal): void {
  show();
  document.addEventListener(CHANGED, show, { signal });
  addEventListener('storage', show, { signal });
  addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) show();
    },
    { signal },
  );
}

/** Notifies the other elements of the page after an import or erasure. */
export function notifySubscribers(): void {
  document.dispatchEvent(new Event(CHANGED));
}
