import type { Guide } from '../../course/types.ts';
import { BLOCK_KIND, minutesFromTo, runningOrder, type TimedBlock } from '../guides/blocks.ts';
import { expectedAnswer } from '../guides/text.ts';
import { note, type Note, type Slide, type SlideBlock } from './slide.ts';
import { proseNotes } from './sections.ts';
import type { DeckContext } from './wording.ts';

/** A block with its slides, and the sections that belong to it. */
export interface SessionPart {
  slides: Slide[];
  sections: readonly string[];
  kind: TimedBlock['block']['kind'];
  place: SlideBlock;
}

const placeOf = ({ say }: DeckContext, { block, number, short, long }: TimedBlock): SlideBlock => ({
  id: block.id,
  number,
  title: say(block.title),
  minutes: `${minutesFromTo(block.least, block.most)} minutes`,
  endsShort: short?.to,
  endsLong: long.to,
});

function questionNotes({ say }: DeckContext, { expect, then }: Guide['questions'][number]): Note[] {
  return [
    {
      label: 'Answers to expect',
      lines: expect.map((text) => {
        const { answer, remark } = expectedAnswer(say(text));
        return remark === undefined ? answer : `${answer} (${remark})`;
      }),
    },
    note('How to go on', say(then)),
  ];
}

function exerciseSlides(
  { say }: DeckContext,
  {
    title,
    purpose,
    groups,
    materials,
    show,
    slide,
    steps,
    debrief,
    remote,
    adapt,
  }: Guide['exercises'][number],
  label: string,
  time: Note,
  block: SlideBlock,
): Slide[] {
  const id = `block-${block.id}`;
  const all = (name: string, texts: readonly string[]): Note => note(name, ...texts.map(say));
  return [
    {
      id,
      kind: 'points',
      label: `${label} · ${say(groups)}`,
      title: say(title),
      points: slide.map(say),
      from: 1,
      notes: [
        time,
        all('What it trains', [purpose]),
        all('Materials', materials),
        all('Steps in full', steps),
        all('In a video call', [remote]),
        all('To swap', [adapt]),
      ],
      block,
    },
    ...(show === undefined
      ? []
      : [
          {
            id: `${id}-show`,
            kind: 'points',
            label: `${label} · To see while you work`,
            title: say(show.title),
            points: show.points.map(say),
            notes: [time, note('What to do', 'Leave this slide up while people work.')],
            block,
          } satisfies Slide,
        ]),
    {
      id: `${id}-debrief`,
      kind: 'statement',
      label: `To end “${say(title)}”`,
      title: say(debrief),
      notes: [all('What it trains', [purpose])],
      block,
    },
  ];
}

/** The slides of one block, with the facilitator's instructions as notes. */
function blockSlides(
  context: DeckContext,
  { block, number, question, exercise }: TimedBlock,
  place: SlideBlock,
): Slide[] {
  const { lesson, say } = context;
  const label = `${number} · ${BLOCK_KIND[block.kind]}`;
  const time: Note = note(
    `Block ${number}: ${place.title}`,
    `${BLOCK_KIND[block.kind]}, ${place.minutes}${block.core ? '' : '; leave it out if time is short'}.`,
  );
  const shared = { id: `block-${block.id}`, kind: 'statement', label, block: place } as const;
  if (question !== undefined)
    return [{ ...shared, title: say(question.ask), notes: [time, ...questionNotes(context, question)] }];
  if (exercise !== undefined) return exerciseSlides(context, exercise, label, time, place);
  if (!('do' in block)) return [];
  const opening = block.kind === 'open' ? (lesson.outline.sections[0]?.passages ?? []) : [];
  return [
    {
      ...shared,
      title: place.title,
      ...(block.show === undefined ? {} : { text: say(block.show) }),
      notes: [{ ...time, lines: [...time.lines, say(block.do)] }, ...proseNotes(context, opening)],
    },
  ];
}

/** The blocks of a guide, in order, with their slides. */
export function sessionParts(context: DeckContext, guide: Guide): SessionPart[] {
  return runningOrder(guide).blocks.map((timed) => {
    const place = placeOf(context, timed);
    return {
      slides: blockSlides(context, timed, place),
      sections: timed.block.sections ?? [],
      kind: timed.block.kind,
      place,
    };
  });
}
