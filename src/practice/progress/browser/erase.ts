import { formatSummary, summarize } from '../../summary.ts';
import { tellPersonalChanged } from '../../../storage/browser/on-personal.ts';
import { clearPersonal, readAside, readPersonal } from '../../../storage/browser/store.ts';
import type { Panel } from './panel.ts';

/** What would be gone, in words. */
function whatIsHere(): string {
  const words = formatSummary(summarize(readPersonal()));
  const aside = readAside() === undefined ? [] : ['what could not be read'];
  return [...(words === '' ? [] : [words]), ...aside].join(', and ');
}

/** Erases everything, in two steps. */
export function handleErasing(panel: Panel): void {
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
    const done = clearPersonal();
    ask.hidden = true;
    erase.hidden = false;
    tellPersonalChanged();
    panel.say(
      done
        ? `Erased: ${here}. Nothing of it is left in this browser.`
        : 'Erased from this page. The browser keeps its storage closed, so clear this site’s data in its settings too.',
      'focus',
    );
  });
}
