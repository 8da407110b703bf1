import { formatAsOf } from '../../../utils/dates.ts';
import { addDays } from '../../../utils/days.ts';
import { planEvents, planMarkdown, stepSentence, type Plan } from '../plan.ts';
import { sideLabel } from '../../../course/sides.ts';
import { downloadFile } from '../../../utils/download.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';
import { printOnly } from '../../../components/site/browser/print-only.ts';

/** Wires the buttons that print the active plan or download it as Markdown or a calendar file. */
export function wireOutput(
  host: HTMLElement,
  active: () => readonly [id: string, plan: Plan] | undefined,
  say: (message: string) => void,
): void {
  const on = (does: string, act: (plan: Plan, id: string) => void): void => {
    actionButton(host, does).addEventListener('click', () => {
      const [id, plan] = active() ?? [];
      if (id !== undefined && plan !== undefined) act(plan, id);
    });
  };

  const putOnPaper = (): void => {
    const [, plan] = active() ?? [];
    requireElement(host, '[data-place="paper"]').replaceChildren(...(plan === undefined ? [] : paper(plan)));
  };
  // The browser's print command also prints the plan, before the list.
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
    void import('../../../utils/calendar-file.ts').then(
      ({ calendarFile }) => {
        const url = location.href.replace(/[#?].*/, '');
        downloadFile('growth-plan.ics', 'text/calendar', calendarFile(planEvents(id, plan, url), new Date()));
        say('Four events, one a week, are in your downloads. Open the file with your calendar.');
      },
      () => {
        say('The calendar file could not be made. Check your connection and try again.');
      },
    );
  });
}

/** Makes the printed sheet of a plan. */
function paper(plan: Plan): HTMLElement[] {
  return [
    h('h2', {}, plan.title),
    h('p', {}, `${sideLabel(plan.side)}: four weeks from ${formatAsOf(plan.start)}`),
    h(
      'ol',
      {},
      ...plan.steps.map((step, week) => {
        const from = `From ${formatAsOf(addDays(plan.start, 7 * week))}${step.done ? ' (done)' : ''}. `;
        return h('li', {}, h('strong', {}, from), stepSentence(step));
      }),
    ),
  ];
}
