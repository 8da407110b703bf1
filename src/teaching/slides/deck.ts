import type { Entry } from '../../collections/entry.ts';
import { ENTRY_KINDS } from '../../collections/kinds.ts';
import { contentOf } from '../../collections/registry.ts';
import { shortCitation } from '../../course/citations.ts';
import { sourceName } from '../../course/schemas/source.ts';
import type { Lesson } from '../../course/types.ts';
import type { CourseSite } from '../../exports/exporter.ts';
import { prepareList } from '../guides/blocks.ts';
import { attribution } from '../share/shareables.ts';
import { checkSlide, FROM_LESSON, pointsSlide, sectionSlides } from './sections.ts';
import { sessionParts, type SessionPart } from './session.ts';
import { note, type Deck, type Note, type Slide } from './slide.ts';
import { sayIn, type DeckContext } from './wording.ts';
import { LESSON_PARTS } from '../../routes.ts';

function openingSlides({ course, lesson, say, absolute }: DeckContext): Slide[] {
  const { guide } = lesson;
  return [
    {
      id: 'cover',
      kind: 'cover',
      label: `Lesson ${lesson.number} of ${course.lessons.length}`,
      title: say(lesson.title),
      summary: say(lesson.summary),
      notes: [
        ...(guide === undefined
          ? []
          : [
              note('Aim', say(guide.aim)),
              note('Before the session', ...prepareList(guide).map(say)),
              note('The whole guide', absolute(guide.path)),
            ]),
        note('The lesson', absolute(lesson.path)),
      ],
    },
    {
      id: 'objectives',
      kind: 'points',
      label: 'Objectives',
      title: 'After this lesson you can do this',
      points: lesson.objectives.map(({ text }) => say(text)),
      notes: [note('What to do', 'Read them aloud. The questions near the end check them.')],
    },
  ];
}

/** The part of a session that shows a section: the one that names it, otherwise the first talk. */
function hostOf(parts: readonly SessionPart[], section: string): SessionPart | undefined {
  return (
    parts.find(({ sections }) => sections.includes(section)) ??
    parts.find(({ kind }) => kind === 'tell') ??
    parts[0]
  );
}

/**
 * The slides of a part and of its sections. A part whose slide would have a title alone begins with its first section, whose
 * slide takes its place and its notes.
 */
function joined({ kind, slides: own }: SessionPart, shown: readonly Slide[]): Slide[] {
  const [mark, ...others] = own;
  const [first, ...rest] = shown;
  const isMark = mark?.kind === 'statement' && mark.text === undefined && kind !== 'ask';
  if (!isMark || others.length > 0 || first === undefined) return [...own, ...shown];
  const label = first.label === FROM_LESSON ? mark.label : `${mark.label} · ${first.label}`;
  const { id, block } = mark;
  return [{ ...first, id, label, block, notes: [...mark.notes, ...first.notes] }, ...rest];
}

/** The parts of a session, each with the sections that it shows; the last one ends with some more slides. */
function sessionSlides(
  context: DeckContext,
  parts: readonly SessionPart[],
  all: readonly SessionPart[],
  end: readonly Slide[] = [],
): Slide[] {
  const sections = context.lesson.outline.sections.slice(1);
  if (all.length === 0) return sections.flatMap((section) => sectionSlides(context, section, undefined));
  return parts.flatMap((part) =>
    joined(part, [
      ...sections
        .filter(({ id = '' }) => hostOf(all, id) === part)
        .flatMap((section) => sectionSlides(context, section, part.place)),
      ...(part === parts.at(-1) ? end : []),
    ]),
  );
}

/** A slide with the terms of a lesson, to say in one's own words; the notes have their definitions. */
function wordSlides({ lesson, say, absolute }: DeckContext): Slide[] {
  if (lesson.concepts.length === 0) return [];
  return [
    {
      id: 'words',
      kind: 'points',
      label: 'Key terms',
      title: 'The words of this lesson',
      points: lesson.concepts.map(({ term }) => say(term)),
      notes: [
        note('What to do', 'Neighbors take turns: say what a word means here, and give an example.'),
        {
          label: 'What each means here',
          lines: lesson.concepts.map(
            ({ term, definition, path }) => `${say(term)}: ${say(definition)} ${absolute(path)}`,
          ),
        },
      ],
    },
  ];
}

function thisWeekSlides({ lesson, say, absolute }: DeckContext): Slide[] {
  const { thisWeek } = lesson.outline;
  if (thisWeek === undefined) return [];
  return [
    {
      id: 'this-week',
      kind: 'if-then',
      label: 'This week',
      title: 'One step for this week',
      if: say(thisWeek.if),
      then: say(thisWeek.then),
      notes: [note('In the lesson', absolute(`${lesson.path}#this-week`))],
    },
  ];
}

/** The last slide: the lasting address and its QR code. */
function lastSlide(title: string, address: string, notes: readonly Note[]): Slide {
  return {
    id: 'last',
    kind: 'last',
    label: 'Take it along',
    title: 'Read it again, and pass it on',
    address,
    credit: attribution(title, address),
    notes: [
      note('What to do', 'Leave this slide up until people have the address. It lasts: it may go on paper.'),
      ...notes,
    ],
  };
}

function closingSlides(context: DeckContext): Slide[] {
  const { lesson, say, absolute, lasting } = context;
  const evidence = pointsSlide(
    context,
    LESSON_PARTS.evidence.id,
    'What research supports, disputes, or leaves open',
    lesson.outline.evidence,
  );
  const works = lesson.works.map((source) => say(`${shortCitation(source)}: ${sourceName(source.data)}`));
  return [
    ...(evidence === undefined ? [] : [{ ...evidence, id: 'evidence', label: 'Evidence' }]),
    lastSlide(say(lesson.title), lasting(lesson), [
      ...(works.length === 0 ? [] : [note('Further reading', ...works)]),
      note('All that the lesson cites', absolute(`${lesson.path}#sources`)),
    ]),
  ];
}

/** The slides of a lesson: the blocks of its guide in order, with the sections that they show. */
export function deckOf(site: CourseSite, lesson: Lesson): Deck {
  const context = { ...site, lesson, say: sayIn(site) };
  const parts = lesson.guide === undefined ? [] : sessionParts(context, lesson.guide);
  // The check questions come before the close, which ends the session with a step for the week.
  const closing = parts.findLastIndex(({ kind }) => kind === 'close');
  const [before, close] = closing === -1 ? [parts, []] : [parts.slice(0, closing), parts.slice(closing)];
  return {
    title: context.say(lesson.title),
    about: `Lesson ${lesson.number}`,
    updated: lesson.updated,
    slides: [
      ...openingSlides(context),
      ...sessionSlides(context, before, parts),
      ...wordSlides(context),
      ...lesson.checks.map((question) => checkSlide(context, question)),
      ...(close.length === 0
        ? thisWeekSlides(context)
        : sessionSlides(context, close, parts, thisWeekSlides(context))),
      ...closingSlides(context),
    ],
  };
}

export function entryDeck(site: CourseSite, { kind, title, path, data }: Entry): Deck {
  const say = sayIn(site);
  return {
    title: say(title),
    about: ENTRY_KINDS[kind].label,
    updated: data.published,
    slides: [
      ...(contentOf(kind).slides?.(data, say) ?? []),
      lastSlide(say(title), site.lasting({ path }), []),
    ],
  };
}
