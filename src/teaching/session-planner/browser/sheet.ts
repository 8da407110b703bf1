import type { Agenda, AgendaNote, AgendaRow } from '../agenda.ts';
import type { SessionChoice } from '../choice.ts';
import { choiceFragment } from '../address.ts';
import { CREDIT, groupHeading } from '../text.ts';
import { place } from '../../../utils/browser/place.ts';

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  content: string | readonly (Node | string)[],
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (typeof content === 'string') element.textContent = content;
  else element.append(...content);
  if (className !== '') element.className = className;
  return element;
}

/** Says what is wrong, then what the plan is. */
export function showMessages(host: HTMLElement, problems: readonly string[], lines: readonly string[]): void {
  place(host, '[data-place="said"]').replaceChildren(
    ...problems.map((problem) => made('p', problem, 'session-problem')),
    ...lines.map((line) => made('p', line)),
  );
}

/**
 * Shows an agenda: its table, notes and links.
 * @param absolute makes the address that a slide or a sheet of paper shows
 */
export function showAgenda(
  host: HTMLElement,
  choice: SessionChoice,
  agenda: Agenda,
  absolute: (path: string) => string,
): void {
  const table = place(host, '[data-place="table"]');
  table.hidden = agenda.rows.length === 0;
  place(host, '[data-place="out"]').hidden = table.hidden;
  place(table, 'caption').textContent = `${agenda.title} (${agenda.frame})`;
  place(table, 'tbody').replaceChildren(...agenda.rows.map(row));
  place(host, '#session-group').textContent = groupHeading(choice, agenda.size);
  showNotes(place(host, '[data-notes="materials"]'), agenda.materials);
  showNotes(place(host, '[data-notes="group"]'), agenda.group);
  showNotes(place(host, '[data-notes="call"]'), agenda.call);
  showLinks(place(host, '[data-place="links"]'), agenda, absolute);
  place(host, '[data-place="credit"]').textContent =
    `${CREDIT} Plan: ${location.href.replace(/[#?].*$/, '')}${choiceFragment(choice)}`;
}

function row({ kind, time, minutes, title, label, happens }: AgendaRow): HTMLTableRowElement {
  const start = made('th', time);
  start.scope = 'row';
  const what = made('td', [
    made('strong', title),
    ...(label === '' ? [] : [made('span', label, 'label')]),
    made('span', happens),
  ]);
  const element = made('tr', [start, made('td', String(minutes)), what]);
  if (kind === 'break' || kind === 'lunch') element.dataset['pause'] = '';
  return element;
}

function showNotes(section: HTMLElement, notes: readonly AgendaNote[]): void {
  section.hidden = notes.length === 0;
  place(section, 'dl').replaceChildren(
    ...notes.flatMap(({ about, lines }) => [made('dt', about), ...lines.map((line) => made('dd', line))]),
  );
}

function showLinks(section: HTMLElement, { links }: Agenda, absolute: (path: string) => string): void {
  section.hidden = links.length === 0;
  place(section, 'ul').replaceChildren(
    ...links.map(({ about, lasting, guide }) => {
      const lesson = made('a', absolute(lasting));
      lesson.href = lasting;
      const notes = made('a', 'Guide');
      notes.href = guide;
      notes.setAttribute('aria-label', `Guide to ${about}`);
      // Paper writes it out.
      notes.dataset['address'] = absolute(guide);
      return made('li', [`${about}: `, lesson, ' · ', notes]);
    }),
  );
}
