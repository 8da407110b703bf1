import { formatSummary, summarize } from '../../summary.ts';
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

/** Loads the code that reads files when a file is chosen. */
const fileForm = () => import('../../personal-file.ts');

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
    try {
      const form = await fileForm().catch(() => undefined);
      if (form === undefined) {
        if (mine === turn)
          refuse(
            'The script that reads files did not load. Check your connection and choose the file again.',
          );
        return;
      }
      const { importFile, refusedSize } = form;
      const tooLarge = refusedSize(file.size);
      const result = tooLarge === undefined ? importFile(await file.text()) : { refused: tooLarge };
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
    } catch {
      if (mine === turn) refuse('This file could not be opened.');
    }
  }

  async function add(file: Personal): Promise<void> {
    const { mergePersonal } = await fileForm();
    let report = '';
    const stored = updateStore((personal) => {
      const merged = mergePersonal(personal, file);
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
