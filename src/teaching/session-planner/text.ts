import type { CalendarEvent } from '../../utils/calendar-file.ts';
import { escapeMarkdown } from '../../utils/escape.ts';
import type { Agenda, AgendaNote } from './agenda.ts';
import { clockTime } from '../../utils/region.ts';
import type { SessionChoice } from './choice.ts';
import { countOf } from '../../utils/count-of.ts';
import { WEEKDAYS, weekdayOf } from '../../utils/days.ts';
import { formatAsOf } from '../../utils/dates.ts';
import { LICENSE_NAME, SITE_NAME } from '../../site.ts';

/** The source line of a copied agenda. */
export const CREDIT = `From ${SITE_NAME}, ${LICENSE_NAME}.`;

/** What a trainer adds to a plan. It stays in the fields of the page: it is neither in the address nor stored. */
interface SessionDetails {
  day: string;
  place: string;
  trainer: string;
  names: readonly string[];
}

/** A plan with all that its texts and files need. */
export interface Session {
  choice: SessionChoice;
  agenda: Agenda;
  details: SessionDetails;
  /** Address of the planner with this plan. */
  address: string;
  /** Makes an absolute address of a path of this site. */
  absolute: (path: string) => string;
}

/** The name of the trainer's time zone on a day: "Eastern Standard Time". */
const zoneOn = (moment: Date): string | undefined =>
  new Intl.DateTimeFormat('en-US', { timeZoneName: 'long' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;

/** "Thursday, December 10, 2026, 9:00 AM to 10:30 AM", in a call with its time zone; without a day, the time alone. */
export function whenText({ choice: { start, minutes, where }, details: { day } }: Session): string {
  const time = `${clockTime(start)} to ${clockTime(start, minutes)}`;
  if (day === '') return time;
  const zone = where === 'call' ? zoneOn(new Date(`${day}T${start}`)) : undefined;
  return [WEEKDAYS[weekdayOf(day)], formatAsOf(day), time, zone]
    .filter((part) => part !== undefined)
    .join(', ');
}

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

/** Heading of the notes on group size: "With 12 people". */
export const groupHeading = ({ people }: Pick<SessionChoice, 'people'>): string =>
  `With ${countOf(people, 'person', 'people')}`;

/** An agenda as Markdown, with its table, notes and links. */
export const agendaMarkdown = ({ choice, agenda, address, absolute }: Session): string =>
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
    ...noteLines(groupHeading(choice), agenda.group),
    ...noteLines('In the video call', agenda.call),
    '## Links',
    '',
    ...agenda.links.map(
      ({ about, lasting, label, page }) =>
        `- ${escapeMarkdown(about)}: <${absolute(lasting)}> (${label.toLowerCase()}: <${absolute(page)}>)`,
    ),
    `- This plan: <${address}>`,
    '',
    CREDIT,
    '',
  ].join('\n');

/** A session on its day as a calendar event, with its agenda in the description. */
export const sessionEvent = ({ choice, agenda, details, address, absolute }: Session): CalendarEvent => ({
  uid: `session-${details.day}-${choice.start.replace(':', '')}-${choice.lessons.join('-')}`,
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
    `What to bring, and all else: ${address}`,
  ].join('\n'),
  url: address,
  ...(details.place === '' ? {} : { place: details.place }),
  day: details.day,
  time: choice.start,
  // Everybody in a call has the time of their own zone; the planner runs in that of the trainer.
  ...(choice.where === 'call' ? { instant: new Date(`${details.day}T${choice.start}`) } : {}),
  minutes: choice.minutes,
});

/** A mail to invite people, with what to bring and questions to answer beforehand. */
export function invitation(session: Session): string {
  const { choice, agenda, details, absolute } = session;
  const asks = agenda.lessons.flatMap(({ invite }) => (invite === '' ? [] : [`- ${invite}`]));
  return [
    `Subject: ${agenda.title}`,
    '',
    'Hello,',
    '',
    `You are invited to a session: ${agenda.title}.`,
    `When: ${whenText(session)}`,
    `Where: ${details.place !== '' || choice.where === 'room' ? details.place : 'in a video call'}`,
    '',
    ...(asks.length === 0 ? [] : ['Please prepare this:', ...asks, '']),
    'Please answer these questions first, from memory. It takes a few minutes, and nobody sees your answers.',
    ...agenda.lessons.map(({ about, before }) => `- ${about}: ${absolute(before)}`),
    '',
    ...(details.trainer === '' ? [] : [details.trainer, '']),
  ].join('\n');
}

/** A mail for a week after the session, with the step of the week and other questions. */
export const followUp = ({
  agenda: { title, links, lessons },
  details: { trainer },
  absolute,
}: Session): string =>
  [
    `Subject: One week after: ${title}`,
    '',
    'Hello,',
    '',
    'A week ago you chose a step. Did you take it? What happened? Two lines are enough.',
    ...lessons.flatMap(({ about, week }) => (week === '' ? [] : [`- ${about}. ${week}`])),
    '',
    'These questions show what has stayed. Answer them from memory:',
    ...lessons.map(({ about, after }) => `- ${about}: ${absolute(after)}`),
    '',
    ...links.map(({ about, lasting }) => `To read again: ${about}, ${absolute(lasting)}`),
    '',
    ...(trainer === '' ? [] : [trainer, '']),
  ].join('\n');

/** What each file of a plan is for, in the order of use; the folders of the kits have a README of their own. */
export const planReadme = ({
  choice: { people },
  agenda: { title, frame, lessons, cases },
  details: { place, names },
  address,
}: Session): string =>
  [
    `Everything for: ${title} (${frame})`,
    '',
    'Three days before, or earlier',
    '1-session.md',
    '   The agenda, what to bring, and the numbers for your group.',
    '2-session.ics',
    '   The session for a calendar.',
    '3-invitation.txt',
    `   A mail with what to prepare, and questions to answer beforehand.${place === '' ? ' Fill in where you meet.' : ''}`,
    '4-attendance-and-statements.html',
    `   To open and print: the attendance sheet for the door, and ${names.length === 0 ? 'a statement of participation to copy' : `a statement of participation for each of ${countOf(names.length, 'person', 'people')}`}.`,
    ...lessons.flatMap(({ about, kit }) =>
      kit === ''
        ? []
        : [
            `${about}: its folder`,
            `   Its README says what to show, and what to print. 1-session.md has the copies for ${countOf(people, 'person', 'people')}.`,
          ],
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
    '- Sign the statements for those who were there.',
    `- The plan on the site: ${address}`,
    '',
    'One week later',
    '5-one-week-later.txt',
    '   A mail with the step of the week, and other questions.',
    '',
    CREDIT,
    '',
  ].join('\r\n');
