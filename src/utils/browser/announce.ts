let region: HTMLElement | undefined;

/** Says a short message to screen readers and shows it for a moment at the foot of the window. */
export function announce(message: string): void {
  if (region === undefined) {
    region = document.createElement('p');
    region.className = 'announcement';
    region.dataset['omit'] = 'print';
    region.setAttribute('role', 'status');
  }
  const shown = region;
  // What lies under an open dialog is neither seen nor read.
  const place = document.querySelector('dialog[open]') ?? document.body;
  if (shown.parentNode !== place) place.append(shown);
  // A region that comes with its words is not read: it comes first, and its words in a moment.
  setTimeout(() => {
    shown.textContent = message;
  }, 100);
  setTimeout(() => {
    if (shown.textContent === message) shown.textContent = '';
  }, 4000);
}
