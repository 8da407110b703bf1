import { pickStatements, score, type PracticeStatement } from '../practice.ts';
import { button, h, radios } from '../../../utils/elements.ts';
import { addSheet } from '../../../utils/styles.ts';
import { cellText } from './table-tools.ts';
import sheet from './which-is-it.css?url';

const ROUND = 8;
let rounds = 0;

/** Shows a round of "Which is it?": statements of the table to sort into its sides, with a score and explanations. */
export async function whichIsIt(
  host: HTMLElement,
  place: HTMLElement,
  say: (message: string) => void,
): Promise<void> {
  await addSheet(sheet);
  const sides = [...host.querySelectorAll<HTMLElement>('thead [data-side]')].map((th): [string, string] => [
    th.dataset['side'] ?? '',
    cellText(th),
  ]);
  const statements = [...host.querySelectorAll<HTMLTableRowElement>('tbody tr')].flatMap((row) => {
    const dimension = cellText(row.cells[0] ?? row);
    return [...row.querySelectorAll<HTMLElement>('td[data-side]')].map((cell): PracticeStatement => ({
      dimension,
      side: cell.dataset['side'] ?? '',
      text: cellText(cell),
    }));
  });
  const round = pickStatements(statements, ROUND, Math.random);
  const name = `quiz-${(rounds += 1)}`;
  const groups = round.map((statement, index) => {
    const group = radios(`${index + 1}. ${statement.text}`, `${name}-${index}`, sides, () => undefined);
    for (const input of group.querySelectorAll('input')) input.checked = false;
    const feedback = h('p');
    group.append(feedback);
    return { statement, group, feedback };
  });
  const form = h(
    'form',
    { class: 'quiz' },
    h('p', {}, 'Practice, not graded. Sort each statement into its side.'),
    ...groups.map(({ group }) => group),
    h('button', {}, 'Check'),
    button('New round', () => {
      place.replaceChildren();
      void whichIsIt(host, place, say);
    }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const answers = groups.map(({ group }) => group.querySelector<HTMLInputElement>('input:checked')?.value);
    const result = score(round, answers);
    groups.forEach(({ statement, feedback }, index) => {
      const given = answers[index];
      const label = sides.find(([id]) => id === statement.side)?.[1] ?? '';
      if (given === undefined) {
        feedback.textContent = '';
        return;
      }
      const others = statements
        .filter((other) => other.dimension === statement.dimension && other.side !== statement.side)
        .map((other) => `${sides.find(([id]) => id === other.side)?.[1] ?? ''}: ${other.text}`);
      feedback.textContent = `${given === statement.side ? '✓ Right' : '✗ Not quite'}: ${label} (${statement.dimension}). ${others.join(' ')}`;
    });
    if (result.missing > 0) {
      say(`${result.missing} still to sort.`);
      groups[answers.indexOf(undefined)]?.group.querySelector('input')?.focus();
    } else {
      say(`${result.right} of ${result.total} right. Each statement has its explanation.`);
    }
  });
  place.append(form);
  form.querySelector('input')?.focus();
  say(`${round.length} statements to sort.`);
}
