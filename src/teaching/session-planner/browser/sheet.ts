import type { Agenda, AgendaNote, AgendaRow } from '../agenda.ts';
import type { SessionChoice } from '../choice.ts';
import { choiceFragment } from '../address.ts';
import { CREDIT, followUp, groupHeading } from '../text.ts';
import { requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';

/** Lines on the attendance sheet for people who come unannounced. */
const MORE = 3;

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
  showNotes(requireElement(host, '[data-notes="materials"]'), agenda.materials);
  showNotes(requireElement(host, '[data-notes="group"]'), agenda.group);
  showNotes(requireElement(host, '[data-notes="call"]'), agenda.call);
  showLinks(requireElement(host, '[data-place="links"]'), agenda, absolute);
  requireElement(host, '[data-place="mails"]').hidden = table.hidden;
  requireElement<HTMLTextAreaElement>(host, '[data-place="follow-up"]').value = followUp(agenda, absolute);
  for (const each of host.querySelectorAll('[data-place="paper-title"]'))
    each.textContent = `${agenda.title} (${agenda.frame})`;
  requireElement(host, '[data-paper="attendance"] tbody').replaceChildren(
    ...Array.from({ length: choice.people + MORE }, () => h('tr', {}, h('td'), h('td'))),
  );
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
    ...links.map(({ about, lasting, guide }) => {
      const lesson = h('a', { href: lasting }, absolute(lasting));
      const notes = h(
        'a',
        // Printed in full.
        { href: guide, 'aria-label': `Guide to ${about}`, 'data-address': absolute(guide) },
        'Guide',
      );
      return h('li', {}, `${about}: `, lesson, ' · ', notes);
    }),
  );
}
