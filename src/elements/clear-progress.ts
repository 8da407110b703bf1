import { announce } from './announce.ts';
import { clearPersonal } from './store.ts';

/** `<clear-progress>`: a button that forgets what this device remembers. Nothing without JavaScript. */
class ClearProgress extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild !== null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Forget my progress on this device';
    button.addEventListener('click', () => {
      announce(
        clearPersonal()
          ? 'Your progress on this device is forgotten.'
          : 'This browser keeps nothing for this site.',
      );
    });
    this.append(button);
  }
}

customElements.define('clear-progress', ClearProgress);
