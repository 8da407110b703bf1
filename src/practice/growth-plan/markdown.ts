import { escapeMarkdown } from '../../utils/escape.ts';
import { formatAsOf } from '../../utils/dates.ts';
import { sideLabel } from '../../course/sides.ts';
import { addDays } from '../../utils/days.ts';
import { stepSentence, type Plan } from './plan.ts';

/** A plan as Markdown, with checkboxes that most note-taking tools support. */
export const planMarkdown = (plan: Plan): string =>
  [
    `# ${escapeMarkdown(plan.title)}`,
    '',
    `${sideLabel(plan.side)}: four weeks from ${formatAsOf(plan.start)}`,
    '',
    ...plan.steps.map(
      (step, week) =>
        `- [${step.done ? 'x' : ' '}] **Week ${week + 1}**, from ${formatAsOf(addDays(plan.start, 7 * week))}. ${escapeMarkdown(stepSentence(step))}`,
    ),
    '',
  ].join('\n');
