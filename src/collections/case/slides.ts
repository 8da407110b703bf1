import { outlineOf } from '../../course/lesson-outline.ts';
import { note, type Note, type Slide } from '../../teaching/slides/slide.ts';
import type { Scene } from './graph.ts';
import type { CaseData } from './kind.ts';
import { AT_WORK, CASE_PARTS, COMES_UP, kindOfSides, sidesLabel } from './words.ts';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const firstSentence = (text: string): string => [...sentences.segment(text)][0]?.segment.trim() ?? text;

type Say = (text: string) => string;
const LETTERS = 'ABCD';
/** A text to read aloud, a line a paragraph. */
const aloud = (text: string): Note => note('Read aloud', text.trim().replace(/\n+/g, '\n'));

/** A document: its tables, and its other words as points. */
function documentSlides(
  scene: string,
  { id, title, text }: CaseData['documents'][number],
  say: Say,
): Slide[] {
  const { passages = [], tables = [] } = outlineOf(text).sections[0] ?? {};
  const shared = {
    label: 'A document',
    title: say(title),
    notes: [note('What to do', 'Give people time to read it. The sheets for participants have it, too.')],
  };
  const cells = (row: readonly string[]) => row.map((cell) => ({ text: say(cell) }));
  return [
    ...tables.map(([header = [], ...rows], index): Slide => ({
      ...shared,
      id: `${scene}--${id}-table-${index + 1}`,
      kind: 'table',
      columns: cells(header),
      rows: rows.map(cells),
      caption: say(title),
    })),
    ...(passages.length === 0
      ? []
      : [
          {
            ...shared,
            id: `${scene}--${id}`,
            kind: 'points',
            points: passages.map((passage) => say(passage.text)),
          } satisfies Slide,
        ]),
  ];
}

/** @param numberOf the number of the first slide of a place, by its id */
function slidesOf(
  { title, role, setting, minutes, people, documents, start, scenes, endings, debrief }: CaseData,
  say: Say,
  numberOf: (id: string) => number,
): Slide[] {
  const goOn = (id: string): Note => note('Go on with', `Slide ${numberOf(id)}`);
  const idOf = (to: string): string => (endings.some(({ id }) => id === to) ? `ending-${to}` : `scene-${to}`);
  /** Scenes that show a document which no scene before them shows. */
  const first = documents.map(({ id }) => scenes.find((scene) => scene.document === id));
  const sceneSlides = (scene: Scene): Slide[] => [
    ...documents
      .filter((_, index) => first[index] === scene)
      .flatMap((paper) => documentSlides(idOf(scene.id), paper, say)),
    {
      id: idOf(scene.id),
      kind: 'points',
      label: 'What do we do?',
      title: say(scene.title),
      points: scene.choices.map(({ text }) => say(text)),
      from: 'letters',
      notes: [
        aloud(say(scene.text)),
        note(
          'What to do',
          'Let people talk for two minutes. Count hands for each letter, and take the most.',
        ),
        note(
          'Go on with',
          ...scene.choices.map(
            ({ id }, index) => `${LETTERS[index] ?? ''}: slide ${numberOf(`${idOf(scene.id)}--${id}`)}`,
          ),
        ),
      ],
    },
    ...scene.choices.map(({ id, text, outcome, sides, why, to }, index): Slide => ({
      id: `${idOf(scene.id)}--${id}`,
      kind: 'text',
      label: `${say(scene.title)} · ${LETTERS[index] ?? ''}`,
      title: say(text),
      text: say(outcome.trim()),
      notes: [goOn(idOf(to)), note(sidesLabel(sides), say(why))],
    })),
  ];
  return [
    {
      id: 'cover',
      kind: 'cover',
      label: `Case · ${setting} · ${minutes} minutes`,
      title: say(title),
      summary: say(role),
      notes: [
        note('Who is who', ...people.map(({ name, about }) => say(`${name}, ${about}`))),
        note(
          'What to do',
          'Read each scene aloud, and show only what the room has chosen: the notes have the number of the slide to go on with. Type it and press Enter.',
        ),
        goOn(idOf(start)),
      ],
    },
    ...scenes.flatMap(sceneSlides),
    ...endings.map(({ id, title: name, text, cost }): Slide => ({
      id: idOf(id),
      kind: 'text',
      label: 'An ending',
      title: say(name),
      text: say(cost),
      notes: [aloud(say(text)), goOn('was')],
    })),
    ...scenes.map(({ id, title: name, choices }): Slide => ({
      id: `was--${id}`,
      kind: 'table',
      label: CASE_PARTS['each-choice'],
      title: say(name),
      columns: [{ text: 'Choice' }, { text: 'It was' }],
      rows: choices.map(({ text, sides }, index) => [
        { text: `${LETTERS[index] ?? ''}. ${say(text)}` },
        { text: sidesLabel(sides), tone: kindOfSides(sides) },
      ]),
      caption: say(name),
      notes: [note('Why', ...choices.map(({ why }, index) => `${LETTERS[index] ?? ''}: ${say(why)}`))],
    })),
    {
      id: 'debrief',
      kind: 'points',
      label: 'Debrief',
      title: CASE_PARTS.debrief,
      points: debrief.questions.map(say),
      from: 1,
      notes: [
        note(COMES_UP, ...debrief.comesUp.map(say)),
        ...(debrief.evidence.length === 0
          ? []
          : [note('What research says', ...debrief.evidence.map(({ text }) => say(text)))]),
        note('What is our judgment', say(debrief.judgment)),
      ],
    },
    {
      id: 'at-work',
      kind: 'points',
      label: 'Debrief',
      title: AT_WORK,
      points: debrief.atWork.map((step) => say(firstSentence(step))),
      from: 1,
      notes: [
        note(
          'What to do',
          'Each picks one, writes down the day and who will ask about it, and tells a neighbor.',
        ),
        note('Each in full', ...debrief.atWork.map(say)),
      ],
    },
  ];
}

/** The slides of a case for a room; the notes have the words to read aloud and the number of the next slide. */
export function caseSlides(data: CaseData, say: Say): Slide[] {
  const ids = slidesOf(data, say, () => 0).map(({ id }) => id);
  return slidesOf(
    data,
    say,
    (place) => ids.findIndex((id) => id === place || id.startsWith(`${place}--`)) + 1,
  );
}
