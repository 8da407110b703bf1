import { formatAsOf } from '../../../utils/dates.ts';
import { addDays } from '../days.ts';
import { planEvents } from '../events.ts';
import { planMarkdown } from '../markdown.ts';
import { sideLabel } from '../../../course/sides.ts';
import { stepSentence, type Plan } from '../plan.ts';
import { downloadFile } from '../../../utils/browser/download.ts';
import { doer, place } from '../../../utils/browser/place.ts';
import { printOnly } from '../../../components/site/browser/print-only.ts';

/** The buttons that take the active plan elsewhere: paper, Markdown, calendar. */
export function wireOutput(
  host: HTMLElement,
  active: () => readonly [id: string, plan: Plan] | undefined,
  say: (message: string) => void,
): void {
  const on = (does: string, act: (plan: Plan, id: string) => void): void => {
    doer(host, does).addEventListener('click', () => {
      const [id, plan] = active() ?? [];
      if (id !== undefined && plan !== undefined) act(plan, id);
    });
  };

  const putOnPaper = (): void => {
    const [, plan] = active() ?? [];
    place(host, '[data-place="paper"]').replaceChildren(...(plan === undefined ? [] : paper(plan)));
  };
  // The browser's own command prints the plan too, before the list.
  addEventListener('beforeprint', putOnPaper);
  on('print', () => {
    putOnPaper();
    printOnly('growth-plan');
  });
  on('markdown', (plan) => {
    downloadFile('growth-plan.md', 'text/markdown', planMarkdown(plan));
    say('The plan is in your downloads.');
  });
  on('calendar', (plan, id) => {
    void import('../../calendar-file.ts').then(
      ({ calendarFile }) => {
        const url = location.href.replace(/[#?].*$/, '');
        downloadFile('growth-plan.ics', 'text/calendar', calendarFile(planEvents(id, plan, url), new Date()));
        say('Four events, one a week, are in your downloads. Open the file with your calendar.');
      },
      () => {
        say('The calendar file could not be made. Check your connection and try again.');
      },
    );
  });
}

/** A plan as a sheet, with room below each step for what came of it. */
function paper(plan: Plan): HTMLElement[] {
  const title = document.createElement('h2');
  title.textContent = plan.title;
  const side = document.createElement('p');
  side.textContent = `${sideLabel(plan.side)}: four weeks from ${formatAsOf(plan.start)}`;
  const list = document.createElement('ol');
  list.append(
    ...plan.steps.map((step, week) => {
      const item = document.createElement('li');
      const from = document.createElement('strong');
      from.textContent = `From ${formatAsOf(addDays(plan.start, 7 * week))}${step.done ? ' (done)' : ''}. `;
      item.append(from, stepSentence(step));
      return item;
    }),
  );
  return [title, side, list];
}
