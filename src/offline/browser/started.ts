/**
 * Waits until a service worker is at work; one that is stays so while its successor is installed.
 * @throws where its installation fails, of which `serviceWorker.ready` says nothing
 */
export async function started({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> {
  const worker = active ?? waiting ?? installing;
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (worker?.state === 'activated') resolve();
      else if (worker?.state === 'redundant') reject(new Error('The service worker could not be installed.'));
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}
