import type { Imported } from '../../personal-file.ts';
import { formatSummary, importReport, summarize } from '../../summary.ts';
import { clearStore, readStore, updateStore } from '../../../storage/browser/store.ts';
import { notifySubscribers, subscribe } from '../../../storage/browser/subscribe.ts';
import { ASIDE_KEY, type Personal } from '../../../storage/store.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { downloadFile } from '../../../utils/download.ts';

/** The parts of `<personal-data>` that importing and erasing use. */
export interface Panel {
  /** A button by its `data-do`. */
  button(name: string): HTMLButtonElement;
  /** A question with its buttons, by its `data-ask`. */
  ask(name: string): HTMLElement;
  /** Shows a message, and focuses it if the focused control is gone. */
  say(words: string, focus?: 'focus'): void;
}

/** Milliseconds after which a file is given up. The largest that is read takes a second or two on a phone. */
const LONGEST_READ = 20_000;

const NO_SCRIPT =
  'The script that reads files did not load. Check your connection and choose the file again.';

/** Reads a file in a worker. */
const readFile = (file: File): Promise<Imported> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
    const end = (result: Imported): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(end, LONGEST_READ, { refused: 'Reading this file takes too long.' });
    worker.onmessage = ({ data }: MessageEvent<Imported>) => {
      end(data);
    };
    worker.onerror = () => {
      end({ refused: NO_SCRIPT });
    };
    worker.postMessage(file);
  });

/** Imports a file after the reader has seen a summary of it and agreed. */
export function handleImport(panel: Panel, input: HTMLInputElement): void {
  const ask = panel.ask('import');
  const question = ask.querySelector('[data-question]');
  let chosen: Personal | undefined;
  // The last file chosen counts, even if an earlier one takes longer to read.
  let turn = 0;

  const close = (): void => {
    chosen = undefined;
    ask.hidden = true;
    // So that the same file can be chosen again.
    input.value = '';
  };
  const refuse = (why: string): void => {
    close();
    panel.say(`${why} Nothing was changed.`);
  };

  async function choose(file: File): Promise<void> {
    const mine = (turn += 1);
    chosen = undefined;
    ask.hidden = true;
    panel.say('');
    const result = await readFile(file);
    if (mine !== turn) return;
    if ('refused' in result) {
      refuse(result.refused);
      return;
    }
    const words = formatSummary(summarize(result.personal));
    if (words === '') {
      refuse('There is nothing in this file to add.');
      return;
    }
    chosen = result.personal;
    if (question !== null) question.textContent = `This file holds ${words}.`;
    ask.hidden = false;
    panel.say(`This file holds ${words}. Add it to what is here?`);
  }

  async function add(file: Personal): Promise<void> {
    const form = await import('../../personal-file.ts').catch(() => undefined);
    if (form === undefined) {
      refuse(NO_SCRIPT);
      return;
    }
    let report = '';
    const stored = await updateStore((personal) => {
      const merged = form.mergePersonal(personal, file);
      report = importReport(personal, merged, file);
      for (const key of Object.keys(personal)) if (!Object.hasOwn(merged, key)) delete personal[key];
      Object.assign(personal, merged);
    });
    close();
    notifySubscribers();
    panel.say(
      stored
        ? report
        : `${report} But this browser could not store it, because its storage is full or closed: it is gone when you leave this page. What was stored before is as it was.`,
      'focus',
    );
  }

  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) void choose(file);
  });
  panel.button('add').addEventListener('click', () => {
    if (chosen !== undefined) void add(chosen);
  });
  panel.button('cancel').addEventListener('click', () => {
    close();
    panel.say('Nothing was added.');
    input.focus();
  });
}

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
