import { aimsOf } from '../../guides/blocks.ts';
import { h } from '../../../utils/elements.ts';
import { CREDIT, whenText, type Session } from '../text.ts';

const paper = (title: string, ...content: readonly Node[]): HTMLElement =>
  h(
    'section',
    { class: 'session-paper' },
    h('h2', {}, title),
    ...content,
    h('p', {}, h('small', {}, CREDIT)),
  );

/** A row for each name, and as many more as people are expected. */
function attendance(
  { choice, agenda, details: { place, trainer, names } }: Session,
  when: string,
): HTMLElement {
  const rows = Array.from({ length: Math.max(choice.people, names.length) }, (_, index) =>
    h('tr', {}, h('td', {}, String(index + 1)), h('th', { scope: 'row' }, names[index] ?? ''), h('td')),
  );
  const heads = ['', 'Name', 'Signature'].map((text) => h('th', { scope: 'col' }, text));
  return paper(
    'Attendance',
    h('p', {}, h('strong', {}, agenda.title)),
    h('p', {}, [when, place, trainer].filter((part) => part !== '').join(' · ')),
    h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...rows)),
  );
}

function statement(
  { agenda, details: { place, trainer } }: Session,
  when: string,
  name: string,
): HTMLElement {
  return paper(
    'Statement of participation',
    h('p', { class: 'session-line' }, name),
    h(
      'p',
      {},
      `took part in a workshop on “${agenda.title}”: ${[when, place].filter((part) => part !== '').join(', ')}.`,
    ),
    h('p', {}, aimsOf(agenda.lessons.flatMap(({ objectives }) => objectives))),
    h('p', { class: 'session-line' }),
    h('p', {}, trainer === '' ? 'Led by (name and signature)' : `${trainer}, who led it`),
  );
}

/** The papers of a session: an attendance sheet, and a statement for each name, or one to copy. */
export const papersOf = (session: Session): HTMLElement[] => {
  const when = whenText(session);
  const { names } = session.details;
  return [
    attendance(session, when),
    ...(names.length === 0 ? [''] : names).map((name) => statement(session, when, name)),
  ];
};
