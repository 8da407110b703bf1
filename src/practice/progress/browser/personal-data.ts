import { formatSummary, summarize } from '../../summary.ts';
import { downloadFile } from '../../../utils/browser/download.ts';
import { onPersonal } from '../../../storage/browser/on-personal.ts';
import { handleErasing } from './erase.ts';
import { handleImport } from './import.ts';
import type { Panel } from './panel.ts';
import { readAside, readPersonal } from '../../../storage/browser/store.ts';

/**
 * `<personal-data>`: exports what this device remembers as a file, adds such a file to it, and erases it. Its HTML is
 * hidden until this script arrives, because none of it works without.
 */
class PersonalData extends HTMLElement implements Panel {
  connectedCallback(): void {
    this.hidden = false;
    onPersonal(() => {
      this.#show();
    });
    this.button('export').addEventListener('click', () => void this.#export());
    this.button('export-aside').addEventListener('click', () => {
      downloadFile('blueprint-and-build-unread.txt', 'text/plain', readAside() ?? '');
      this.say('What could not be read was exported as it is.');
    });
    handleImport(this, this.#find<HTMLInputElement>('#import-file'));
    handleErasing(this);
  }

  button(name: string): HTMLButtonElement {
    return this.#find(`[data-do=${name}]`);
  }

  ask(name: string): HTMLElement {
    return this.#find(`[data-ask=${name}]`);
  }

  say(words: string, focus?: 'focus'): void {
    const place = this.#find('[data-done]');
    place.textContent = words;
    if (focus === undefined) return;
    place.tabIndex = -1;
    place.focus();
  }

  /** An element that the component rendered. */
  #find<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (found === null) throw new Error(`<personal-data> lacks ${selector}.`);
    return found;
  }

  #show(): void {
    const words = formatSummary(summarize(readPersonal()));
    this.#find('[data-holds]').textContent = words === '' ? 'Here now: nothing yet.' : `Here now: ${words}.`;
    this.button('export-aside').hidden = readAside() === undefined;
  }

  async #export(): Promise<void> {
    try {
      const { exportFile, refusedSize } = await import('../../personal-file.ts');
      const { name, text } = exportFile(readPersonal(), new Date());
      downloadFile(name, 'application/json', text);
      const size = refusedSize(new Blob([text]).size);
      this.say(
        `Exported as ${name}.${size === undefined ? '' : ' It is larger than 2 MB, so it cannot be imported here.'}`,
      );
    } catch {
      this.say('The export could not be loaded. Reload the page, then try again.');
    }
  }
}

customElements.define('personal-data', PersonalData);
