import { clockTime } from './clock.ts';
import type { SessionChoice } from './choice.ts';
import { BLOCK_KIND } from '../guides/parts.ts';
import { nearestSize, type SessionBlock, type SessionGuide } from './guides.ts';
import { copiesOf } from '../guides/sheets.ts';
import { groupsOf } from './groups.ts';
import { planSession } from './plan.ts';
import { noticesOf, summaryOf } from './words.ts';

/** A line of an agenda. */
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

/** The links of a lesson, as paths of this site, and its step of the week. */
export interface AgendaLinks extends Pick<SessionGuide, 'lasting' | 'guide' | 'before' | 'after' | 'week'> {
  about: string;
}

/** The content of an agenda on the page, in print, in Markdown and in a calendar. */
export interface Agenda {
  /** The titles of its lessons. */
  title: string;
  /** A description of the session: "90 minutes in a room, 15 people". */
  frame: string;
  summary: string;
  /** Differences from the choice, in sentences. */
  notices: string[];
  rows: AgendaRow[];
  materials: AgendaNote[];
  /** Group size that the notes are written for. */
  size: number;
  group: AgendaNote[];
  /** Notes for video calls; empty for a session in one room. */
  call: AgendaNote[];
  links: AgendaLinks[];
}

const PAUSE = {
  break: { title: 'Break', happens: 'No tasks. Say when you start again.' },
  lunch: { title: 'Lunch', happens: 'No tasks. Say when you start again.' },
} as const;

const lessonName = ({ number, title }: Pick<SessionGuide, 'number' | 'title'>): string =>
  `Lesson ${number}: ${title}`;

/** The titles of up to three lessons, or the number of lessons. */
const titleOf = (guides: readonly SessionGuide[]): string =>
  guides.length > 3 ? `${guides.length} lessons` : guides.map(({ title }) => title).join('; ');

/** Plans a session and collects the notes of its guides. */
export function agendaOf(choice: SessionChoice, guides: readonly SessionGuide[]): Agenda {
  const plan = planSession(choice, guides);
  const blockOf = (lesson: number, id: string): SessionBlock | undefined =>
    guides.find(({ number }) => number === lesson)?.blocks.find((block) => block.id === id);
  const held = plan.items.flatMap((item) => {
    const block = item.kind === 'block' ? blockOf(item.lesson, item.block) : undefined;
    return item.kind === 'block' && block !== undefined ? [{ lesson: item.lesson, block }] : [];
  });
  const kept = guides.filter(({ number }) => held.some(({ lesson }) => lesson === number));
  const size = nearestSize(choice.people);
  const place = choice.where === 'room' ? 'in a room' : 'in a video call';
  return {
    title: titleOf(kept),
    frame: `${choice.minutes} minutes ${place}, ${choice.people} ${choice.people === 1 ? 'person' : 'people'}`,
    summary: summaryOf(choice, plan),
    notices: noticesOf(choice, plan, guides),
    rows: plan.items.map((item): AgendaRow => {
      const at = { time: clockTime(choice.start, item.start), minutes: item.minutes };
      if (item.kind !== 'block') return { kind: item.kind, ...at, label: '', ...PAUSE[item.kind] };
      const block = blockOf(item.lesson, item.block);
      const kind = block?.kind ?? 'tell';
      const label = `Lesson ${item.lesson} · ${BLOCK_KIND[kind]}`;
      return { kind, ...at, title: item.title, label, happens: block?.happens ?? '' };
    }),
    materials: held.flatMap(({ lesson, block: { title, materials, group, sheets = [] } }) =>
      materials === undefined
        ? []
        : {
            about: `${title} (lesson ${lesson})`,
            lines: [
              ...(group === undefined ? [] : [groupsOf(choice.people, group)]),
              ...materials,
              ...sheets.map(
                (sheet) =>
                  `Print ${copiesOf(sheet, choice.people)} of “${sheet.title}”, from the sheets of the guide.`,
              ),
            ],
          },
    ),
    size,
    group: kept.map((guide) => ({ about: lessonName(guide), lines: [guide.sizes[size]] })),
    call:
      choice.where === 'room'
        ? []
        : kept.map((guide) => ({
            about: lessonName(guide),
            lines: [
              guide.remote,
              ...held.flatMap(({ lesson, block: { title, remote } }) =>
                lesson === guide.number && remote !== undefined ? `${title}: ${remote}` : [],
              ),
            ],
          })),
    links: kept.map((guide) => ({
      about: lessonName(guide),
      lasting: guide.lasting,
      guide: guide.guide,
      before: guide.before,
      after: guide.after,
      week: guide.week,
    })),
  };
}
