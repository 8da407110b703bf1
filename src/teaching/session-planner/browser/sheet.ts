import type { Agenda, AgendaNote, AgendaRow } from '../agenda.ts';
import { type SessionChoice, choiceFragment } from '../choice.ts';
import {
  CREDIT,
  followUp,
  planReadme,
  groupHeading,
  agendaMarkdown,
  invitation,
  sessionEvent,
} from '../text.ts';
import { requireElement, actionButton } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';
import { addDays, firstOn, localDay } from '../../../utils/days.ts';
import { copyOrShow } from '../../../utils/copy-or-show.ts';
import { downloadFile } from '../../../utils/download.ts';
import { printOnly } from '../../../components/site/browser/print-only.ts';

/** Shows problems, then a summary of the plan. */
export function showMessages(host: HTMLElement, problems: readonly string[], lines: readonly string[]): void {
  requireElement(host, '[data-place="said"]').replaceChildren(
    ...problems.map((problem) => h('p', { class: 'session-problem' }, problem)),
    ...lines.map((line) => h('p', {}, line)),
  );
}

/**
 * Shows an agenda: its table, notes and links.
 * @param absolute makes the address for slides and print
 */
export function showAgenda(
  host: HTMLElement,
  choice: SessionChoice,
  agenda: Agenda,
  absolute: (path: string) => string,
): void {
  const table = requireElement(host, '[data-place="table"]');
  table.hidden = agenda.rows.length === 0;
  requireElement(host, '[data-place="out"]').hidden = table.hidden;
  requireElement(table, 'caption').textContent = `${agenda.title} (${agenda.frame})`;
  requireElement(table, 'tbody').replaceChildren(...agenda.rows.map(row));
  requireElement(host, '#session-group').textContent = groupHeading(choice, agenda.size);
  for (const name of ['materials', 'group', 'call'] as const)
    showNotes(requireElement(host, `[data-notes="${name}"]`), agenda[name]);
  showLinks(requireElement(host, '[data-place="links"]'), agenda, absolute);
  requireElement(host, '[data-place="mails"]').hidden = table.hidden;
  requireElement<HTMLTextAreaElement>(host, '[data-place="follow-up"]').value = followUp(agenda, absolute);
  requireElement(host, '[data-place="credit"]').textContent =
    `${CREDIT} Plan: ${location.href.replace(/[#?].*/, '')}${choiceFragment(choice)}`;
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

/** The plan with its calendar file, its mails, the kits of its lessons and the files of its cases, as one zip. */
async function planZip(
  choice: SessionChoice,
  agenda: Agenda,
  day: string,
  link: string,
  absolute: (path: string) => string,
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ unzipSync }, { zip }, { calendarFile }] = await Promise.all([
    import('fflate'),
    import('../../../utils/zip.ts'),
    import('../../../utils/calendar-file.ts'),
  ]);
  const bytesOf = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`A file of the plan is not there: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const kits = await Promise.all(
    agenda.lessons
      .filter(({ kit }) => kit !== '')
      .map(async ({ kit }) => Object.entries(unzipSync(await bytesOf(kit)))),
  );
  const cases = await Promise.all(
    agenda.cases.flatMap(({ id, path, files: names }) =>
      names.map(async (name) => [`case-${id}/${name}`, await bytesOf(path + name)] as const),
    ),
  );
  const now = new Date();
  const files: (readonly [name: string, content: string | Uint8Array])[] = [
    ['README.txt', planReadme(agenda, link)],
    ['1-session.md', agendaMarkdown(choice, agenda, link, absolute)],
    ['2-session.ics', calendarFile([sessionEvent(choice, agenda, day, link, absolute)], now)],
    ['3-invitation.txt', invitation(choice, agenda, day, absolute)],
    ['4-one-week-later.txt', followUp(agenda, absolute)],
    ...kits.flat(),
    ...cases,
  ];
  return zip(files, now);
}

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

  const askForDay = (): void => {
    say('Choose the day of the session first.');
    day.focus();
  };

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
  on('markdown', (choice, agenda, link) => {
    downloadFile('session.md', 'text/markdown', agendaMarkdown(choice, agenda, link, absolute));
    say('The agenda is in your downloads.');
  });
  on('everything', (choice, agenda, link) => {
    if (day.value === '') {
      askForDay();
      return;
    }
    say('Collecting the files …');
    void planZip(choice, agenda, day.value, link, absolute).then(
      (file) => {
        downloadFile('everything-for-this-plan.zip', 'application/zip', file);
        say('Everything for this plan is in your downloads. Begin with README.txt.');
      },
      () => {
        say('The files could not be collected. Check your connection and try again.');
      },
    );
  });
  on('calendar', (choice, agenda, link) => {
    if (day.value === '') {
      askForDay();
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
