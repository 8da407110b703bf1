import { formatSummary, summarize } from '../../summary.ts';
import type { Imported } from '../../personal-file.ts';
import { importReport } from '../import-report.ts';
import type { Personal } from '../../../storage/store.ts';
import { updateStore } from '../../../storage/browser/store.ts';
import { notifySubscribers } from '../../../storage/browser/subscribe.ts';

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
