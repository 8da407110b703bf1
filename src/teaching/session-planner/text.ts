import type { CalendarEvent } from '../../utils/calendar-file.ts';
import { escapeMarkdown } from '../../utils/escape.ts';
import type { Agenda, AgendaNote } from './agenda.ts';
import { clockTime, counted, type SessionChoice } from './choice.ts';
import { WEEKDAYS, weekdayOf } from '../../utils/days.ts';
import { formatAsOf } from '../../utils/dates.ts';
import { LICENSE_NAME, SITE_NAME } from '../../site.ts';

/** The source line of a copied agenda. */
export const CREDIT = `From ${SITE_NAME}, ${LICENSE_NAME}.`;

/** Makes an absolute address of a path of this site. */
type Absolute = (path: string) => string;

const noteLines = (heading: string, notes: readonly AgendaNote[]): string[] =>
  notes.length === 0
    ? []
    : [
        `## ${heading}`,
        '',
        ...notes.flatMap(({ about, lines }) => [
          `- **${escapeMarkdown(about)}**`,
          ...lines.map((line) => `  - ${escapeMarkdown(line)}`),
        ]),
        '',
      ];

/** Heading of the notes on group size: "With 12 people (notes for 15)". */
export const groupHeading = ({ people }: Pick<SessionChoice, 'people'>, size: number): string =>
  `With ${counted(people, 'person', 'people')}${people === size ? '' : ` (notes for ${size})`}`;

/**
 * An agenda as Markdown, with its table, notes and links.
 * @param plan address of the planner with this plan
 */
export const agendaMarkdown = (
  choice: SessionChoice,
  agenda: Agenda,
  plan: string,
  absolute: Absolute,
): string =>
  [
    `# Session: ${escapeMarkdown(agenda.title)}`,
    '',
    `${agenda.frame}. ${agenda.summary}`,
    '',
    ...agenda.notices.flatMap((notice) => [escapeMarkdown(notice), '']),
    '| Time | Minutes | Part | What happens |',
    '| --- | ---: | --- | --- |',
    ...agenda.rows.map(({ time, minutes, title, label, happens }) => {
      const part = `**${escapeMarkdown(title)}**${label === '' ? '' : ` (${label})`}`;
      return `| ${time} | ${minutes} | ${part} | ${escapeMarkdown(happens)} |`;
    }),
    '',
    ...noteLines('Bring', agenda.materials),
    ...noteLines(groupHeading(choice, agenda.size), agenda.group),
    ...noteLines('In the video call', agenda.call),
    '## Links',
    '',
    ...agenda.links.map(
      ({ about, lasting, label, page }) =>
        `- ${escapeMarkdown(about)}: <${absolute(lasting)}> (${label.toLowerCase()}: <${absolute(page)}>)`,
    ),
    `- This plan: <${plan}>`,
    '',
    CREDIT,
    '',
  ].join('\n');

/** A session on a day as a calendar event, with its agenda in the description. */
export const sessionEvent = (
  choice: SessionChoice,
  agenda: Agenda,
  day: string,
  plan: string,
  absolute: Absolute,
): CalendarEvent => ({
  uid: `session-${day}-${choice.start.replace(':', '')}-${choice.lessons.join('-')}`,
  title: `Session: ${agenda.title}`,
  description: [
    `${agenda.frame}. ${agenda.summary}`,
    ...agenda.notices,
    '',
    ...agenda.rows.map(
      ({ time, minutes, title, label }) =>
        `${time} (${minutes} min) ${title}${label === '' ? '' : ` [${label}]`}`,
    ),
    '',
    ...agenda.links.map(({ about, lasting }) => `${about}: ${absolute(lasting)}`),
    `What to bring, and all else: ${plan}`,
  ].join('\n'),
  url: plan,
  day,
  time: choice.start,
  // Everybody in a call has the time of their own zone; the planner runs in that of the trainer.
  ...(choice.where === 'call' ? { instant: new Date(`${day}T${choice.start}`) } : {}),
  minutes: choice.minutes,
});

/** A mail to invite people, with questions to answer beforehand. */
export const invitation = (
  { start }: Pick<SessionChoice, 'start'>,
  { title, frame, lessons }: Agenda,
  day: string,
  absolute: Absolute,
): string =>
  [
    `Subject: ${title}`,
    '',
    'Hello,',
    '',
    `you are invited to a session: ${title} (${frame}).`,
    `When: ${WEEKDAYS[weekdayOf(day)] ?? ''}, ${formatAsOf(day)}, ${clockTime(start)}`,
    'Where: ',
    '',
    'Please answer these questions first, from memory. It takes a few minutes, and nobody sees your answers.',
    ...lessons.map(({ about, before }) => `- ${about}: ${absolute(before)}`),
    '',
  ].join('\n');

/** What each file of a plan is for, in the order of use; the folders of the kits have a README of their own. */
export const planReadme = ({ title, frame, lessons, cases }: Agenda, plan: string): string =>
  [
    `Everything for: ${title} (${frame})`,
    '',
    'Two days before',
    '1-session.md',
    '   The agenda, what to bring, and the numbers for your group.',
    '2-session.ics',
    '   The session for a calendar.',
    '3-invitation.txt',
    '   A mail with questions to answer beforehand. Fill in where you meet.',
    ...lessons.flatMap(({ about, kit }) =>
      kit === ''
        ? []
        : [`${about}: its folder`, '   Its README says what to show, and what to print for how many people.'],
    ),
    ...cases.flatMap(({ id, title: name, files }) =>
      files.length === 0
        ? []
        : [
            `case-${id}`,
            `   The case “${name}”: slides, a copy for you, and sheets to print for participants.`,
          ],
    ),
    '',
    'On the day',
    '- Put the attendance sheet at the door. Before people leave, give each an evaluation sheet; in a call, post its questions.',
    '- The statement of participation is for those who need one. All three are among the sheets of each folder.',
    `- The plan on the site: ${plan}`,
    '',
    'One week later',
    '4-one-week-later.txt',
    '   A mail with the step of the week, and other questions.',
    '',
    CREDIT,
    '',
  ].join('\r\n');

/** A mail for a week after the session, with the step of the week and other questions. */
export const followUp = ({ title, links, lessons }: Agenda, absolute: Absolute): string =>
  [
    `Subject: One week after: ${title}`,
    '',
    'Hello,',
    '',
    'a week ago you chose a step. Did you take it? What happened? Two lines are enough.',
    ...lessons.flatMap(({ about, week }) => (week === '' ? [] : [`- ${about}. ${week}`])),
    '',
    'These questions show what has stayed. Answer them from memory:',
    ...lessons.map(({ about, after }) => `- ${about}: ${absolute(after)}`),
    '',
    ...links.map(({ about, lasting }) => `To read again: ${about}, ${absolute(lasting)}`),
    '',
  ].join('\n');
