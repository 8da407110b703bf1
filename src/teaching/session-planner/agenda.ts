import { clockTime } from '../../utils/region.ts';
import { durationWords, type SessionChoice } from './choice.ts';
import { BLOCK_KIND, copiesOf, EVALUATION, groupCount, groupsOf, sizeNote } from '../guides/blocks.ts';
import type { GuideSheet } from '../../course/schemas/guide.ts';
import {
  caseBlock,
  nearestSize,
  type SessionBlock,
  type SessionCase,
  type SessionGuide,
  isCase,
  type TimedGuide,
  withCases,
} from './guides.ts';
import { planSession, type SessionPlan } from './plan.ts';
import { roomPath } from '../../utils/paths.ts';
import { countOf } from '../../utils/count-of.ts';
import { listed } from '../../utils/number-words.ts';

export interface AgendaRow {
  kind: SessionBlock['kind'] | 'break' | 'lunch';
  time: string;
  minutes: number;
  title: string;
  /** Lesson and kind, such as "Lesson 4 · Exercise"; empty for a pause. */
  label: string;
  happens: string;
}

/** A list of materials or notes under a heading. */
export interface AgendaNote {
  about: string;
  lines: readonly string[];
}

/** A lesson or a case of an agenda: its lasting link, and the page to run it from, as paths of this site. */
interface AgendaLink {
  about: string;
  lasting: string;
  /** What the page to run it from is, as link text. */
  label: 'Guide' | 'For a room';
  page: string;
}

/** The content of an agenda on the page, in print, in Markdown and in a calendar. */
export interface Agenda {
  title: string;
  /** A description of the session: "90 minutes in a room, 15 people". */
  frame: string;
  summary: string;
  /** Differences from the choice, in sentences. */
  notices: string[];
  rows: AgendaRow[];
  materials: AgendaNote[];
  group: AgendaNote[];
  /** Notes for video calls; empty for a session in one room. */
  call: AgendaNote[];
  links: AgendaLink[];
  /** Its lessons, for the mails and the files to bring. */
  lessons: (Pick<SessionGuide, 'objectives' | 'invite' | 'before' | 'after' | 'week' | 'kit'> & {
    about: string;
  })[];
  cases: SessionCase[];
}

const PAUSE = { break: 'Break', lunch: 'Lunch' } as const;

const lessonName = ({ number, title }: Pick<SessionGuide, 'number' | 'title'>): string =>
  `Lesson ${number}: ${title}`;

/** The titles of up to three lessons, or the number of lessons. */
const titleOf = (guides: readonly SessionGuide[]): string =>
  guides.length > 3 ? `${guides.length} lessons` : guides.map(({ title }) => title).join('; ');

/** How many copies of a sheet to print. */
const print = (sheet: Pick<GuideSheet, 'title' | 'per'>, people: number): string =>
  `Print ${copiesOf(sheet, people)} of “${sheet.title}”, from the sheets of the guide.`;

/** What an exercise needs, each with its number for the group; nothing to hold in a call. */
function toBring(
  { materials = [], together, sheets = [] }: SessionBlock,
  { people, where }: Pick<SessionChoice, 'people' | 'where'>,
): string[] {
  const groups =
    together === undefined ? [] : [`${countOf(people, 'person', 'people')}: ${groupsOf(people, together)}.`];
  if (where === 'call') return groups;
  const numbered = materials.map((line) =>
    line.replace(/\bfor each (person|group|three|four|table)\b/, (each, who) =>
      who !== 'person' && together === undefined
        ? each
        : `${each} (${who === 'person' ? people : groupCount(people, together ?? 1)})`,
    ),
  );
  return [...groups, ...numbered, ...sheets.map((sheet) => print(sheet, people))];
}

/** What every session needs, whatever its lessons. */
const forAll = (
  { people, where }: Pick<SessionChoice, 'people' | 'where'>,
  lessons: readonly unknown[],
): string[] =>
  where === 'call'
    ? ['Mail the handout of each lesson beforehand. The list of the call is your attendance sheet.']
    : [
        `${countOf(people, 'handout')}${lessons.length === 1 ? '' : ' of each lesson'}, for the exercises and to take home.`,
        print(EVALUATION, people),
        'The attendance sheet and the statements of participation, printed by this planner with your details.',
      ];

/** Plans a session and collects the notes of its guides. */
export function agendaOf(
  choice: SessionChoice,
  all: readonly SessionGuide[],
  allCases: readonly SessionCase[] = [],
): Agenda {
  const guides = withCases(choice, all, allCases);
  const plan = planSession(choice, guides);
  const planned = plan.items.filter((item) => item.kind === 'block');
  const kept = guides.filter(({ number }) => planned.some(({ lesson }) => lesson === number));
  const cases = allCases.filter((one) => planned.some(({ block }) => block.id === caseBlock(one).id));
  const place = choice.where === 'room' ? 'in a room' : 'in a video call';
  return {
    title: titleOf(kept),
    frame: `${choice.minutes} minutes ${place}, ${countOf(choice.people, 'person', 'people')}`,
    summary: summaryOf(choice, plan),
    notices: noticesOf(choice, plan, guides),
    rows: plan.items.map((item): AgendaRow => {
      const at = { time: clockTime(choice.start, item.start), minutes: item.minutes };
      if (item.kind !== 'block') {
        const happens = 'No tasks. Say when you start again.';
        return { kind: item.kind, ...at, label: '', title: PAUSE[item.kind], happens };
      }
      const { kind, title, happens } = item.block;
      const label = item.lesson === 0 ? '' : `Lesson ${item.lesson} · ${BLOCK_KIND[kind]}`;
      return { kind, ...at, title, label, happens };
    }),
    materials: [
      ...planned.flatMap(({ lesson, block }) => {
        const lines = toBring(block, choice);
        return lines.length === 0 ? [] : { about: `${block.title} (lesson ${lesson})`, lines };
      }),
      ...(kept.length === 0 ? [] : [{ about: 'For the whole session', lines: forAll(choice, kept) }]),
    ],
    group: kept.map((guide) => ({
      about: lessonName(guide),
      lines: [sizeNote(guide.sizes[nearestSize(choice.people)], choice.people)],
    })),
    call:
      choice.where === 'room'
        ? []
        : [
            ...kept.map((guide) => ({
              about: lessonName(guide),
              lines: [
                guide.remote,
                ...planned.flatMap(({ lesson, block: { title, remote } }) =>
                  lesson === guide.number && remote !== undefined ? `${title}: ${remote}` : [],
                ),
              ],
            })),
            ...(kept.length === 0 ? [] : [{ about: 'To post at the end', lines: EVALUATION.fields }]),
          ],
    links: [
      ...kept.map((guide): AgendaLink => ({
        about: lessonName(guide),
        lasting: guide.lasting,
        label: 'Guide',
        page: guide.guide,
      })),
      ...cases.map((one): AgendaLink => ({
        about: caseBlock(one).title,
        lasting: one.lasting,
        label: 'For a room',
        page: roomPath(one.path),
      })),
    ],
    lessons: kept.map((guide) => ({ ...guide, about: lessonName(guide) })),
    cases,
  };
}

/** Unused minutes above which a notice suggests another lesson. */
const MUCH = 30;

/** Summarizes a plan: "9:00 AM to 10:30 AM: 12 parts." */
function summaryOf({ start }: Pick<SessionChoice, 'start'>, { items }: SessionPlan): string {
  if (items.length === 0) return 'There is no time for any of these lessons.';
  const count = (kind: string): number => items.filter((item) => item.kind === kind).length;
  const [breaks, lunches] = [count('break'), count('lunch')];
  const what = [
    countOf(count('block'), 'part'),
    ...(breaks > 0 ? [countOf(breaks, 'break')] : []),
    ...(lunches > 0 ? ['lunch'] : []),
  ];
  const end = items.reduce((sum, { minutes }) => sum + minutes, 0);
  return `${clockTime(start)} to ${clockTime(start, end)}: ${listed(what)}.`;
}

/** Describes differences from the choice: lessons and blocks left out, minutes to spare. */
function noticesOf(
  { minutes }: Pick<SessionChoice, 'minutes'>,
  { items, leftOut, needed, rest }: SessionPlan,
  guides: readonly TimedGuide[],
): string[] {
  const notices: string[] = [];
  const dropped = guides
    .filter(({ number }) => leftOut.includes(number))
    .flatMap(({ number, title, blocks }) => [
      `lesson ${number} (${title})`,
      ...blocks.filter(isCase).map((block) => `"${block.title}"`),
    ]);
  if (dropped.length > 0)
    notices.push(
      `${durationWords(minutes)} are too short for all that you chose. Left out: ${listed(dropped)}. All of it needs at least ${durationWords(needed)}.`,
    );
  const planned = items.filter((item) => item.kind === 'block');
  const skipped = guides
    .filter(({ number }) => planned.some(({ lesson }) => lesson === number))
    .flatMap(({ number, blocks }) =>
      blocks
        .filter((each) => !planned.some(({ block }) => block === each))
        .map(({ title }) => `"${title}" (lesson ${number})`),
    );
  if (skipped.length > 0) notices.push(`Not in this session, because the time is short: ${listed(skipped)}.`);
  const early = `You end ${durationWords(rest)} early`;
  if (items.length > 0 && rest > MUCH)
    notices.push(
      `${early}: the guides of these lessons hold no more. Choose a further lesson, or a shorter session.`,
    );
  else if (items.length > 0 && rest > 0)
    notices.push(`${early}, or keep ${rest === 1 ? 'it' : 'them'} for questions.`);
  return notices;
}
