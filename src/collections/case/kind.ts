import type { RootContent } from 'mdast';
import { z } from 'zod';
import { id, text, uniqueBy } from '../../course/schemas/common.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import { sideLabel } from '../../course/sides.ts';
import { BESIDES } from '../../site.ts';
import { heading, list, paragraph, strong, table } from '../../utils/markdown.ts';
import { kindContent } from '../entry.ts';
import { claims, COMMON, concepts, lesson, next, several, short, summary } from '../fields.ts';
import { DECISIONS, scenesOf, waysOf, WORDS } from './ways.ts';

/** Characters of a scene that a phone shows without much scrolling. */
const LONGEST_SCENE = 1_000;

const choice = z.strictObject({
  id: id('a short id of the choice'),
  text: short('what the reader does', 120),
  /** The sides that it was; two for both, none for neither. */
  sides: z.array(sideId()).max(2, { error: 'has more than two sides. Remedy: name each once.' }),
  outcome: text('what happens at once'),
  why: text('why it was that'),
  /** The scene or ending that follows. */
  to: id('the id of a scene or an ending'),
});

const scene = z.strictObject({
  id: id('a short id of the scene'),
  title: text('the title of the scene'),
  /** Id of a document that lies open in the scene. */
  document: id('the id of a document').optional(),
  text: short('the scene', LONGEST_SCENE),
  choices: several(choice, 2, 4).superRefine(uniqueBy('id', (one) => one.id)),
});

const ending = z.strictObject({
  id: id('a short id of the ending'),
  title: text('the title of the ending'),
  /** Id of the concept that names the state of the team, if one does. */
  state: id('the id of a concept').optional(),
  cost: text('what this ending cost'),
  text: text('the ending'),
});

const schema = z
  .strictObject({
    title: short('the title of the case', 60),
    setting: short('where it happens', 40),
    role: text('who the reader is'),
    summary,
    minutes: z.int({ error: 'is not a whole number. Remedy: write the minutes for one way.' }).min(1).max(30),
    lesson,
    /** The objectives that it practices: "<lesson>#<objective>". */
    objectives: several(text('an objective, as <lesson>#<id>'), 1, 4),
    concepts,
    people: several(
      z.strictObject({
        id: id('a short id of the person'),
        name: text('a name'),
        about: text('who the person is'),
      }),
      1,
      5,
    ),
    /** What the reader must read to decide: rows of cells, the first of them heads, or lines. */
    documents: several(
      z.strictObject({
        id: id('a short id of the document'),
        title: text('the title of the document'),
        rows: z.array(z.array(z.string())).optional(),
        lines: z.array(text('a line of the document')).optional(),
      }),
      1,
      3,
    ),
    scenes: several(scene, 2, 12),
    endings: several(ending, 3, 6),
    debrief: z.strictObject({
      questions: several(text('a question for a group'), 4, 4),
      comesUp: several(text('what groups usually say'), 2, 4),
      judgment: text('which consequences are our judgment'),
    }),
    claims,
    next,
    ...COMMON,
  })
  .superRefine((data, context) => {
    const issue = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    const places = [...data.scenes, ...data.endings];
    uniqueBy<{ id: string }>('id', (place) => place.id)(places, context);
    const documents = new Set(data.documents.map((one) => one.id));
    data.scenes.forEach(({ document, choices }, index) => {
      if (document !== undefined && !documents.has(document))
        issue(['scenes', index, 'document'], `there is no document "${document}". Remedy: correct the id.`);
      const later = new Set(places.slice(index + 1).map((place) => place.id));
      choices.forEach(({ to }, at) => {
        if (!later.has(to))
          issue(
            ['scenes', index, 'choices', at, 'to'],
            `"${to}" is no later scene or ending, so the way would lead nowhere or in a circle. Remedy: write one of ${[...later].join(', ')}.`,
          );
      });
    });
    if (context.issues.length > 0) return;
    const ways = waysOf(data);
    const reached = new Set(ways.flatMap((way) => scenesOf(data, way)));
    places.forEach((place, index) => {
      if (reached.has(place.id)) return;
      const scenes = data.scenes.length;
      issue(
        index < scenes ? ['scenes', index] : ['endings', index - scenes],
        `nobody reaches "${place.id}". Remedy: lead a choice to it, or remove it.`,
      );
    });
    for (const { choices, words } of ways) {
      const name = choices.map((one) => one.id).join(', ');
      if (choices.length < DECISIONS[0] || choices.length > DECISIONS[1])
        issue(
          ['scenes'],
          `the way ${name} has ${choices.length} decisions. Remedy: make it ${DECISIONS.join(' to ')}.`,
        );
      if (words < WORDS[0] || words > WORDS[1])
        issue(['scenes'], `the way ${name} has ${words} words. Remedy: make it ${WORDS.join(' to ')}.`);
    }
  });
export type CaseData = z.infer<typeof schema>;

/** What a choice was, in words: the label of its side, or "Both", or "Neither". */
export function choiceLabel({ sides }: Pick<CaseData['scenes'][number]['choices'][number], 'sides'>): string {
  const [first, second] = sides;
  const beside = first === undefined ? 'neither' : 'both';
  return first !== undefined && second === undefined
    ? sideLabel(first)
    : (BESIDES.find((one) => one.id === beside)?.label ?? beside);
}

/** The paragraphs of a text. */
export const paragraphsOf = (words: string): string[] => words.trim().split(/\n\s*\n/);

const parts = {
  papers: 'What lies on the table',
  was: 'What each choice was',
  debrief: 'Talk about it',
} as const;

const document = ({ title, rows, lines }: CaseData['documents'][number]): RootContent[] => [
  heading(3, title),
  ...(rows === undefined ? [] : [table(rows.map((row) => row.map((cell) => [cell])))]),
  ...(lines === undefined ? [] : [list(lines.map((line) => [line]))]),
];

/** `src/content/cases/<slug>.yaml`: a situation to decide in, scene by scene. */
export const caseKind = kindContent<CaseData>({
  extension: 'yaml',
  schema,
  title: ({ title }) => title,
  summary: (data) => data.summary,
  about:
    'Situations to decide in: a ward at night, a full kitchen, a school. Eight minutes each, and no ending is simply right.',
  card: ({ setting, minutes }) => `${setting} · ${minutes} minutes`,
  parts,
  addresses: ({ endings }) => ({
    'endings.state': endings.flatMap(({ state }) => (state === undefined ? [] : [`concepts/${state}/`])),
  }),
  markdown: (data) => {
    const titleOf = (to: string): string =>
      [...data.scenes, ...data.endings].find((place) => place.id === to)?.title ?? to;
    return [
      paragraph(data.role),
      list(data.people.map(({ name, about }) => [strong(name), `, ${about}`])),
      heading(2, parts.papers),
      ...data.documents.flatMap(document),
      ...data.scenes.flatMap((one) => [
        heading(2, one.title),
        ...paragraphsOf(one.text).map((words) => paragraph(words)),
        ...one.choices.flatMap((option) => [
          heading(3, option.text),
          ...paragraphsOf(option.outcome).map((words) => paragraph(words)),
          paragraph('Go on at: ', strong(titleOf(option.to))),
        ]),
      ]),
      ...data.endings.flatMap((one) => [
        heading(2, one.title),
        ...paragraphsOf(one.text).map((words) => paragraph(words)),
        paragraph(strong('What it cost:'), ` ${one.cost}`),
      ]),
      heading(2, parts.was),
      ...data.scenes.flatMap((one) => [
        heading(3, one.title),
        list(
          one.choices.map((option) => [strong(`${choiceLabel(option)}:`), ` “${option.text}” ${option.why}`]),
        ),
      ]),
      heading(2, parts.debrief),
      list(
        data.debrief.questions.map((question) => [question]),
        true,
      ),
      ...data.debrief.comesUp.map((words) => paragraph(words)),
      paragraph(data.debrief.judgment),
    ];
  },
});
