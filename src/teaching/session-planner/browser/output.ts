import type { Agenda } from '../agenda.ts';
import { choiceFragment } from '../address.ts';
import type { SessionChoice } from '../choice.ts';
import { agendaMarkdown, invitation, sessionEvent } from '../text.ts';
import { addDays, firstOn, localDay } from '../../../utils/days.ts';
import { copyOrShow } from '../../../utils/copy-or-show.ts';
import { downloadFile } from '../../../utils/download.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { printOnly } from '../../../components/site/browser/print-only.ts';

const MONDAY = 1;

/** Wires the buttons that share, print, copy or download the plan. */
export function wireOutput(
  host: HTMLElement,
  absolute: (path: string) => string,
  planned: () => readonly [choice: SessionChoice, agenda: Agenda] | undefined,
): void {
  const say = (message: string): void => {
    requireElement(host, '[data-place="done"]').textContent = message;
  };
  const on = (does: string, act: (choice: SessionChoice, agenda: Agenda, link: string) => void): void => {
    actionButton(host, does).addEventListener('click', () => {
      const plan = planned();
      if (plan === undefined) return;
      const [choice, agenda] = plan;
      act(choice, agenda, location.href.replace(/[#?].*/, '') + choiceFragment(choice));
    });
  };
  const day = requireElement<HTMLInputElement>(host, '#session-day');
  day.value = firstOn(MONDAY, addDays(localDay(new Date()), 1));

  on('link', (_choice, _agenda, link) => {
    void copyOrShow(host, link, 'the link', say);
  });
  on('print', () => {
    printOnly('session-plan');
  });
  /** The invitation names the day. */
  const showInvitation = (): void => {
    const plan = planned();
    if (plan === undefined || day.value === '') return;
    requireElement<HTMLTextAreaElement>(host, '[data-place="invitation"]').value = invitation(
      ...plan,
      day.value,
      absolute,
    );
  };
  day.addEventListener('change', showInvitation);
  requireElement(host, '[data-place="mails"]').addEventListener('toggle', showInvitation, { capture: true });
  for (const paper of ['attendance', 'evaluation'])
    on(paper, () => {
      printOnly(paper);
    });
  on('copy', (choice, agenda, link) => {
    void copyOrShow(host, agendaMarkdown(choice, agenda, link, absolute), 'the agenda', say);
  });
  on('markdown', (choice, agenda, link) => {
    downloadFile('session.md', 'text/markdown', agendaMarkdown(choice, agenda, link, absolute));
    say('The agenda is in your downloads.');
  });
  on('calendar', (choice, agenda, link) => {
    if (day.value === '') {
      say('Choose the day of the session first.');
      day.focus();
      return;
    }
    const event = sessionEvent(choice, agenda, day.value, link, absolute);
    const done = 'The session is in your downloads. Open the file with your calendar.';
    void import('../../../utils/calendar-file.ts').then(
      ({ downloadCalendar }) => {
        downloadCalendar('session.ics', [event]);
        say(done);
      },
      () => {
        say('The calendar file could not be made. Check your connection and try again.');
      },
    );
  });
}
