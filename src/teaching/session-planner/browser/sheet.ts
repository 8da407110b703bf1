import type { Agenda, AgendaNote, AgendaRow } from '../agenda.ts';
import { type SessionChoice, choiceFragment, PEOPLE } from '../choice.ts';
import {
  CREDIT,
  followUp,
  groupHeading,
  agendaMarkdown,
  invitation,
  sessionEvent,
  type Session,
} from '../text.ts';
import { papersOf } from './papers.ts';
import { requireElement, actionButton } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';
import { addDays, firstOn, localDay } from '../../../utils/days.ts';
import { copyOrShow } from '../../../utils/copy-or-show.ts';
import { downloadFile } from '../../../utils/download.ts';
import { printOnly } from '../../../components/site/browser/print-only.ts';

/** Shows problems, then a summary of the plan. */
export function showMessages(host: HTMLElement, problems: readonly string[], lines: readonly string[]): void {
  requireElement(host, '[data-place="said"]').replaceChildren(
    ...problems.map((problem) => h('p', { class: 'problem' }, problem)),
    ...lines.map((line) => h('p', {}, line)),
  );
}

/** A plan with the details in the fields of the page. */
export function sessionOf(
  host: HTMLElement,
  choice: SessionChoice,
  agenda: Agenda,
  absolute: (path: string) => string,
): Session {
  const read = (name: string): string =>
    requireElement<HTMLInputElement | HTMLTextAreaElement>(host, `#session-${name}`).value.trim();
  const names = read('names')
    .split('\n')
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
  return {
    choice,
    agenda: { ...agenda, title: read('title') || agenda.title },
    details: {
      day: read('day'),
      place: read('place'),
      trainer: read('trainer'),
      names: names.slice(0, PEOPLE.most),
    },
    address: location.href.replace(/[#?].*/, '') + choiceFragment(choice),
    absolute,
  };
}

/** Shows a session: the table, notes and links of its agenda, its mails and its papers. */
export function showSession(host: HTMLElement, session: Session): void {
  const { choice, agenda, address, absolute } = session;
  const table = requireElement(host, '[data-place="table"]');
  table.hidden = agenda.rows.length === 0;
  for (const place of ['out', 'mails']) requireElement(host, `[data-place="${place}"]`).hidden = table.hidden;
  requireElement(table, 'caption').textContent = `${agenda.title} (${agenda.frame})`;
  requireElement(table, 'tbody').replaceChildren(...agenda.rows.map(row));
  requireElement(host, '#session-group').textContent = groupHeading(choice);
  for (const name of ['materials', 'group', 'call'] as const)
    showNotes(requireElement(host, `[data-notes="${name}"]`), agenda[name]);
  showLinks(requireElement(host, '[data-place="links"]'), agenda, absolute);
  requireElement<HTMLTextAreaElement>(host, '[data-place="invitation"]').value = invitation(session);
  requireElement<HTMLTextAreaElement>(host, '[data-place="follow-up"]').value = followUp(session);
  requireElement(host, '[data-place="papers"]').replaceChildren(...papersOf(session));
  requireElement(host, '[data-place="credit"]').textContent = `${CREDIT} Plan: ${address}`;
}

const row = ({ kind, time, minutes, title, label, happens }: AgendaRow): HTMLTableRowElement =>
  h(
    'tr',
    kind === 'break' || kind === 'lunch' ? { 'data-pause': '' } : {},
    h('th', { scope: 'row' }, time),
    h('td', {}, String(minutes)),
    h(
      'td',
      {},
      h('strong', {}, title),
      ...(label === '' ? [] : [h('span', { class: 'label' }, label)]),
      h('span', {}, happens),
    ),
  );

function showNotes(section: HTMLElement, notes: readonly AgendaNote[]): void {
  section.hidden = notes.length === 0;
  requireElement(section, 'dl').replaceChildren(
    ...notes.flatMap(({ about, lines }) => [h('dt', {}, about), ...lines.map((line) => h('dd', {}, line))]),
  );
}

function showLinks(section: HTMLElement, { links }: Agenda, absolute: (path: string) => string): void {
  section.hidden = links.length === 0;
  requireElement(section, 'ul').replaceChildren(
    ...links.map(({ about, lasting, label, page }) =>
      h(
        'li',
        {},
        `${about}: `,
        h('a', { href: lasting }, absolute(lasting)),
        ' · ',
        // Printed in full.
        h('a', { href: page, 'aria-label': `${label}: ${about}`, 'data-address': absolute(page) }, label),
      ),
    ),
  );
}

const MONDAY = 1;

/** Wires the fields of the session, and the buttons that share, print or download it. */
export function wireOutput(host: HTMLElement, planned: () => Session | undefined): void {
  const day = requireElement<HTMLInputElement>(host, '#session-day');
  day.value = firstOn(MONDAY, addDays(localDay(new Date()), 1));
  const out = requireElement(host, '[data-place="out"]');
  out.addEventListener('input', () => {
    const session = planned();
    if (session !== undefined) showSession(host, session);
  });

  const say = (message: string): void => {
    requireElement(host, '[data-place="done"]').textContent = message;
  };
  const on = (does: string, act: (session: Session) => void): void => {
    actionButton(host, does).addEventListener('click', () => {
      const session = planned();
      if (session !== undefined) act(session);
    });
  };
  /** A button that downloads a file; what makes it may have to be loaded. */
  const offer = (
    does: string,
    make: (session: Session) => Promise<Parameters<typeof downloadFile>>,
    done: string,
  ): void => {
    on(does, (session) => {
      if (does !== 'markdown' && session.details.day === '') {
        say('Choose the day of the session first.');
        day.focus();
        return;
      }
      say('Making the file …');
      void make(session).then(
        (file) => {
          downloadFile(...file);
          say(done);
        },
        () => {
          say('The file could not be made. Check your connection and try again.');
        },
      );
    });
  };
  on('link', ({ address }) => {
    void copyOrShow(host, address, 'the link', say);
  });
  on('print', () => {
    printOnly(requireElement(host, '.session-sheet'));
  });
  on('papers', () => {
    printOnly(requireElement(host, '.session-papers'));
  });
  offer(
    'markdown',
    async (session) => ['session.md', 'text/markdown', agendaMarkdown(session)],
    'The agenda is in your downloads.',
  );
  offer(
    'everything',
    async (session) => {
      const { planZip } = await import('./plan-zip.ts');
      return ['everything-for-this-plan.zip', 'application/zip', await planZip(session)];
    },
    'Everything for this plan is in your downloads. Begin with README.txt.',
  );
  offer(
    'calendar',
    async (session) => {
      const { calendarFile } = await import('../../../utils/calendar-file.ts');
      return [
        `session-${session.details.day}.ics`,
        'text/calendar',
        calendarFile([sessionEvent(session)], new Date()),
      ];
    },
    'The session is in your downloads. Open the file with your calendar.',
  );
}
