import { DeviceElement } from '../../../components/tool/browser/tool-element.ts';
import { clearStore, notifySubscribers, readStore, updateStore } from '../../../storage/browser/store.ts';
import { ASIDE_KEY, type Personal } from '../../../storage/store.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { downloadFile } from '../../../utils/download.ts';
import type { Imported } from '../../personal-file.ts';
import { formatSummary, importReport, summarize } from '../../summary.ts';

/** Milliseconds after which a file is given up. The largest that is read takes a second or two on a phone. */
const LONGEST_READ = 20_000;

const NO_SCRIPT =
  'The script that reads files did not load. Check your connection and choose the file again.';

/** The text of unreadable entries that were set aside, if there are any. */
function readAside(): string | undefined {
  try {
    return localStorage.getItem(ASIDE_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Describes all data on this device; empty where there is none. */
function whatIsHere(): string {
  const words = formatSummary(summarize(readStore()));
  return [words, readAside() === undefined ? '' : 'what could not be read'].filter(Boolean).join(', and ');
}

/** `<personal-data>`: exports the stored data, imports a file after its summary was shown, and erases everything. */
class PersonalData extends DeviceElement {
  #chosen: Personal | undefined;

  protected override wire(): void {
    this.hidden = false;
    this.on('export', () => this.#export());
    this.on('export-aside', () => this.#export(readAside()));
    const input = this.find<HTMLInputElement>('#import-file');
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file !== undefined) void this.#choose(file);
    });
    this.on('add', () => this.#chosen && this.#add(this.#chosen));
    this.on('cancel', () => {
      this.#refuse('Nothing was added.');
      input.focus();
    });
    this.on('erase', () => this.#askToErase());
    this.on('erase-no', () => this.#closeErasing());
    this.#ask('erase').addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#closeErasing();
    });
    this.on('erase-yes', () => this.#erase());
  }

  protected override draw(): void {
    const words = formatSummary(summarize(readStore()));
    this.find('[data-holds]').textContent = `Here now: ${words === '' ? 'nothing yet' : words}.`;
    actionButton(this, 'export-aside').hidden = readAside() === undefined;
  }

  #ask(name: 'import' | 'erase'): HTMLElement {
    return this.find(`[data-ask=${name}]`);
  }

  /** Shows the result and focuses it, as the focused button is gone. */
  #report(words: string): void {
    this.say(words);
    const said = this.find('[data-place="said"]');
    said.tabIndex = -1;
    said.focus();
  }

  /** Exports all data, or the text of what could not be read. */
  async #export(aside?: string): Promise<void> {
    try {
      const { asideFile, exportFile, refusedSize } = await import('../../personal-file.ts');
      const now = new Date();
      const { name, type, text } = aside === undefined ? exportFile(readStore(), now) : asideFile(aside, now);
      downloadFile(name, type, text);
      const isLarge = refusedSize(new Blob([text]).size) !== undefined;
      this.say(
        `Exported as ${name}.${isLarge ? ' It is larger than 2 MB, so it cannot be imported here.' : ''}`,
      );
    } catch {
      this.say('The export could not be loaded. Reload the page, then try again.');
    }
  }

  #refuse(message: string): void {
    this.#chosen = undefined;
    this.#ask('import').hidden = true;
    // So that the same file can be chosen again.
    this.find<HTMLInputElement>('#import-file').value = '';
    this.say(message);
  }

  async #choose(file: File): Promise<void> {
    this.#chosen = undefined;
    this.#ask('import').hidden = true;
    this.say('');
    const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
    const result = await this.readFile<Imported>(worker, file, {
      limit: LONGEST_READ,
      late: { refused: 'Reading this file takes too long.' },
      missing: { refused: NO_SCRIPT },
    });
    if (result === undefined) return;
    if ('refused' in result) {
      this.#refuse(`${result.refused} Nothing was changed.`);
      return;
    }
    const words = formatSummary(summarize(result.personal));
    if (words === '') {
      this.#refuse('There is nothing in this file to add. Nothing was changed.');
      return;
    }
    this.#chosen = result.personal;
    requireElement(this.#ask('import'), '[data-question]').textContent = `This file holds ${words}.`;
    this.#ask('import').hidden = false;
    this.say(`This file holds ${words}. Add it to what is here?`);
  }

  async #add(file: Personal): Promise<void> {
    const form = await import('../../personal-file.ts').catch(() => undefined);
    if (form === undefined) {
      this.#refuse(`${NO_SCRIPT} Nothing was changed.`);
      return;
    }
    let report = '';
    const isStored = await updateStore((personal) => {
      const merged = form.mergePersonal(personal, file);
      report = importReport(personal, merged, file);
      for (const key of Object.keys(personal)) if (!Object.hasOwn(merged, key)) delete personal[key];
      Object.assign(personal, merged);
    });
    this.#refuse('');
    notifySubscribers();
    this.#report(
      isStored
        ? report
        : `${report} But this browser could not store it, because its storage is full or closed: it is gone when you leave this page. What was stored before is as it was.`,
    );
  }

  #askToErase(): void {
    const here = whatIsHere();
    if (here === '') {
      this.say('There is nothing to erase: this browser keeps nothing of yours.');
      return;
    }
    requireElement(this.#ask('erase'), '[data-question]').textContent =
      `This erases ${here}. It cannot be undone; a file that you exported stays.`;
    this.say('');
    actionButton(this, 'erase').hidden = true;
    this.#ask('erase').hidden = false;
    actionButton(this, 'erase-no').focus();
  }

  #closeErasing(): void {
    this.#ask('erase').hidden = true;
    actionButton(this, 'erase').hidden = false;
    actionButton(this, 'erase').focus();
  }

  #erase(): void {
    const here = whatIsHere();
    const isCleared = clearStore();
    this.#closeErasing();
    notifySubscribers();
    this.#report(
      isCleared
        ? `Erased: ${here}. Nothing of it is left in this browser.`
        : 'Erased from this page. The browser keeps its storage closed, so clear this site’s data in its settings too.',
    );
  }
}

customElements.define('personal-data', PersonalData);
