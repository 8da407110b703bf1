const CHANGED = 'personal-changed';

/**
 * Calls back now and after changes of all the data: on this page, in another tab, or while the page was in the
 * back/forward cache.
 * @returns a function that ends the subscription
 */
export function subscribe(show: () => void): () => void {
  const subscription = new AbortController();
  const { signal } = subscription;
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
  return () => {
    subscription.abort();
  };
}

/** Notifies the other elements of the page after an import or erasure. */
export function notifySubscribers(): void {
  document.dispatchEvent(new Event(CHANGED));
}
