let region: HTMLElement | undefined;

/** Says a short message to screen readers and shows it for a moment at the foot of the window. */
export function announce(message: string): void {
  if (region === undefined) {
    region = document.createElement('p');
    region.className = 'announcement';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = message;
  const shown = region;
  setTimeout(() => {
    if (shown.textContent === message) shown.textContent = '';
  }, 4000);
}
