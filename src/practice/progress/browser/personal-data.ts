import { formatSummary, summarize } from '../../summary.ts';
import { downloadFile } from '../../../utils/download.ts';
import { clearStore, readStore } from '../../../storage/browser/store.ts';
import { ASIDE_KEY } from '../../../storage/store.ts';
import { notifySubscribers, subscribe } from '../../../storage/browser/subscribe.ts';
import { handleImport, type Panel } from './import.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';

/** The text of unreadable entries that were set aside, if there are any. */
function readAside(): string | undefined {
  try {
    return localStorage.getItem(ASIDE_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * `<personal-data>`: exports the stored data as a file, imports such a file, and erases everything. Its HTML is hidden
 * until this script runs.
 */
class PersonalData extends HTMLElement implements Panel {
  #unsubscribe: (() => void) | undefined;

  connectedCallback(): void {
    this.hidden = false;
    this.#unsubscribe = subscribe(() => {
      this.#show();
    });
    this.button('export').addEventListener('click', () => void this.#export());
    this.button('export-aside').addEventListener('click', () => {
      downloadFile('blueprint-and-build-unread.txt', 'text/plain', readAside() ?? '');
      this.say('What could not be read was exported as it is.');
    });
    handleImport(this, requireElement<HTMLInputElement>(this, '#import-file'));
    handleErasing(this);
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }

  button(name: string): HTMLButtonElement {
    return actionButton(this, name);
  }

  ask(name: string): HTMLElement {
    return requireElement(this, `[data-ask=${name}]`);
  }

  say(words: string, focus?: 'focus'): void {
    const status = requireElement(this, '[data-done]');
    status.textContent = words;
    if (focus === undefined) return;
    status.tabIndex = -1;
    status.focus();
  }

  #show(): void {
    const words = formatSummary(summarize(readStore()));
    requireElement(this, '[data-holds]').textContent =
      words === '' ? 'Here now: nothing yet.' : `Here now: ${words}.`;
    this.button('export-aside').hidden = readAside() === undefined;
  }

  async #export(): Promise<void> {
    try {
      const { exportFile, refusedSize } = await import('../../personal-file.ts');
      const { name, text } = exportFile(readStore(), new Date());
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

/** Describes the data that would be erased. */
function whatIsHere(): string {
  const words = formatSummary(summarize(readStore()));
  const aside = readAside() === undefined ? [] : ['what could not be read'];
  return [...(words === '' ? [] : [words]), ...aside].join(', and ');
}

/** Erases everything, in two steps. */
function handleErasing(panel: Panel): void {
  const erase = panel.button('erase');
  const ask = panel.ask('erase');
  const keep = (): void => {
    ask.hidden = true;
    erase.hidden = false;
    erase.focus();
  };
  erase.addEventListener('click', () => {
    const here = whatIsHere();
    if (here === '') {
      panel.say('There is nothing to erase: this browser keeps nothing of yours.');
      return;
    }
    const question = ask.querySelector('[data-question]');
    if (question !== null)
      question.textContent = `This erases ${here}. It cannot be undone; a file that you exported stays.`;
    panel.say('');
    erase.hidden = true;
    ask.hidden = false;
    panel.button('erase-no').focus();
  });
  panel.button('erase-no').addEventListener('click', keep);
  ask.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') keep();
  });
  panel.button('erase-yes').addEventListener('click', () => {
    const here = whatIsHere();
    const done = clearStore();
    ask.hidden = true;
    erase.hidden = false;
    notifySubscribers();
    panel.say(
      done
        ? `Erased: ${here}. Nothing of it is left in this browser.`
        : 'Erased from this page. The browser keeps its storage closed, so clear this site’s data in its settings too.',
      'focus',
    );
  });
}

customElements.define('personal-data', PersonalData);
