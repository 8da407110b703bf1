import { formatAsOf } from '../../../utils/dates.ts';
import { cardFragment } from '../share.ts';
import { cardEvent, cardText } from '../text.ts';
import { copyOrShow } from '../../../utils/copy-or-show.ts';
import { downloadFile } from '../../../utils/download.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { printOnly } from '../../../components/site/browser/print-only.ts';
import { readableCard } from './card-list.ts';
import type { Cards } from './cards.ts';

/** Wires the buttons that print, copy, schedule or share the open card. */
export function wireOutput(host: HTMLElement, cards: Cards, say: (message: string) => void): void {
  const on = (does: string, act: () => void): void => {
    actionButton(host, does).addEventListener('click', () => {
      if (cards.open.questions.length === 0) say('Put a question on the card first.');
      else act();
    });
  };
  /** The address of this page without query and fragment. */
  const address = (): string => location.href.replace(/[#?].*/, '');

  on('print', () => {
    const { open } = cards;
    const when = [open.day === undefined ? '' : formatAsOf(open.day), open.time ?? ''].filter(
      (part) => part !== '',
    );
    requireElement(host, '[data-place="paper"]').replaceChildren(...readableCard(open, when.join(', ')));
    printOnly('question-card');
  });
  on('copy', () => {
    void copyOrShow(host, cardText(cards.open), 'the card', say);
  });
  on('link', () => {
    void copyOrShow(host, address() + cardFragment(cards.open), 'the link', say);
  });
  on('calendar', () => {
    const { open, id } = cards;
    const { day, time } = open;
    if (day === undefined || time === undefined) {
      say('Choose the day and the time of the meeting first.');
      return;
    }
    void import('../../../utils/calendar-file.ts').then(
      ({ calendarFile }) => {
        const event = cardEvent(id ?? day, open, { day, time }, address());
        downloadFile('question-card.ics', 'text/calendar', calendarFile([event], new Date()));
        say('The reminder is in your downloads. Open it with your calendar.');
      },
      () => {
        say('The calendar file could not be made. Check your connection and try again.');
      },
    );
  });
}
