import type { BlockContent, RootContent } from 'mdast';
import { z } from 'zod';
import { parseProse, walk } from '../../course/lesson-tree.ts';
import { fault, id, oneOf, several, short, text, uniqueIds } from '../../course/schemas/common.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import { TOOLS } from '../../practice/tools.ts';
import { SIDE_NAMES } from '../../site.ts';
import { heading, list, paragraph, quote, strong } from '../../utils/markdown.ts';
import { COMMON, kindContent, lesson, next, summary } from '../entry.ts';
import { caseMistakes } from './checks.ts';
import { drawShape, titleOf } from './graph.ts';
import { caseSlides } from './slides.ts';
import { tweeFile } from './twee.ts';
import { AT_WORK, CASE_PARTS, COMES_UP, sidesLabel } from './words.ts';
import { ref } from '../../course/references.ts';

const reference = (what: string) =>
  text(what).regex(/^[a-z0-9-]+#[a-z0-9-]+$/, {
    error: `is not ${what}. Remedy: write it as file#id.`,
  });
const objective = ref('objective', reference('an objective, as lesson#objective'));

/** A text with Markdown that is words alone: a case leads on at its end, and its pages have no pictures. */
const told = (what: string, most: number) =>
  short(what, most).refine(
    (markdown) =>
      ![...walk(parseProse(markdown, 'md').root)].some(({ type }) =>
        ['link', 'image', 'html'].includes(type),
      ),
    { error: 'has a link, an image or HTML. Remedy: write words alone; "next" leads to other pages.' },
  );

const choice = z.strictObject({
  id: id('the id of the choice'),
  text: short('what the reader does, in at most 120 characters', 120),
  sides: z.array(sideId()).max(2, { error: 'has more than two sides. Remedy: name none, one or both.' }),
  outcome: told('what happens at once, in at most 450 characters', 450),
  why: short('why it was that, in one or two sentences', 200),
  to: id('the id of the next scene or of an ending'),
});

const scene = z.strictObject({
  id: id('the id of the scene'),
  title: short('the title of the scene', 60),
  document: id('the id of a document').optional(),
  /** Concepts of the case, and rows of it, that the scene shows; their pages link here. */
  shows: z.array(text('the id of a concept, or a row as comparison#row')).default([]),
  /** Objectives of the case that the reader needs here; the page links from each to its scenes. */
  practices: z.array(objective).default([]),
  /** At most what a phone shows. */
  text: told('the scene in at most 1,000 characters', 1_000),
  choices: several(choice, 2, 4).superRefine(uniqueIds),
});

const ending = z.strictObject({
  id: id('the id of the ending'),
  title: short('the title of the ending', 60),
  state: ref('concept').optional(),
  cost: short('what this ending cost, in one sentence', 200),
  text: told('the ending in at most 700 characters', 700),
});

const schema = z
  .strictObject({
    title: short('the title of the case', 60),
    setting: short('the setting, for the list', 40),
    role: text('who the reader is'),
    summary,
    minutes: z.int().min(1).max(30),
    lesson,
    objectives: several(objective, 1, 4),
    concepts: several(ref('concept'), 2, 6),
    rows: z.array(reference('a row, as comparison#row')).default([]),
    next,
    tool: oneOf(TOOLS).optional(),
    people: several(z.strictObject({ name: text('a name'), about: text('who it is') }), 1, 6),
    documents: several(
      z.strictObject({
        id: id('the id of the document'),
        title: text('its title'),
        text: told('its text in at most 500 characters', 500),
      }),
      1,
      3,
    ).superRefine(uniqueIds),
    start: id('the id of the first scene'),
    scenes: several(scene, 3, 12),
    endings: several(ending, 3, 8),
    debrief: z.strictObject({
      questions: several(text('a question for a group'), 4, 4),
      comesUp: several(text('what groups usually say'), 2, 4),
      /** Steps small enough for a week, of which a reader takes one. */
      atWork: several(short('a step to try at work', 260), 2, 3),
      evidence: several(
        z.strictObject({ claim: ref('claim'), text: text('what it means here') }),
        0,
        3,
      ).default([]),
      judgment: text('which consequences are the judgment of the author'),
    }),
    ...COMMON,
  })
  .superRefine((data, context) => {
    const sides = SIDE_NAMES.map((side) => side.id);
    for (const { path, message } of caseMistakes(data, sides)) fault(context, path, message);
  });
export type CaseData = z.infer<typeof schema>;

const blocks = (markdown: string): BlockContent[] =>
  (parseProse(markdown, 'md').root as { children: BlockContent[] }).children;

const sceneBlocks = (data: CaseData): RootContent[] =>
  data.scenes.flatMap(({ title, text: told, document: shown, choices }) => {
    const paper = data.documents.find((each) => each.id === shown);
    return [
      heading(2, title),
      ...(paper === undefined ? [] : [quote([paragraph(strong(paper.title)), ...blocks(paper.text)])]),
      ...blocks(told),
      ...choices.flatMap(({ text: does, outcome, to }): RootContent[] => [
        paragraph(strong(does)),
        quote([...blocks(outcome), paragraph(`Go on: ${titleOf(data, to)}`)]),
      ]),
    ];
  });

/** `src/content/cases/<slug>.yaml`: a made-up situation to decide in, with what comes of each choice. */
export const caseKind = kindContent<CaseData>({
  extension: 'yaml',
  schema,
  about: 'Short cases to decide in: pick a way, meet what comes of it, and see what each choice was.',
  // A way that parts.
  sign: '<path class="ink" d="M6 28h22L46 10h44M28 28l18 18h22l10-10h12M68 46h22"/><circle class="both-area" cx="28" cy="28" r="5"/><circle class="both-area" cx="68" cy="46" r="5"/>',
  shape: drawShape,
  facts: ({ setting, minutes, scenes, endings }) =>
    `${setting} · ${minutes}\u00a0minutes · ${scenes.length}\u00a0scenes, ${endings.length}\u00a0endings`,
  addresses: ({ rows, tool }) => ({
    rows: rows.map((row) => `compare/${row.replace('#', '/#')}`),
    tool: tool === undefined ? [] : [TOOLS[tool].path.slice(1)],
  }),
  places: ({ scenes }) =>
    scenes.map(({ id: scene, title, text: told, shows }) => ({
      id: scene,
      title,
      text: told.split('\n')[0] ?? '',
      shows: shows.map((one) =>
        one.includes('#') ? `compare/${one.replace('#', '/#')}` : `concepts/${one}/`,
      ),
    })),
  minutes: ({ minutes }) => minutes,
  prints: [
    { name: 'facilitator', label: 'For the facilitator', css: '.case-map{break-before:page}' },
    {
      name: 'participants',
      label: 'For participants, a sheet for each scene',
      css: '[data-end],[data-ending],.choices details>:not(summary),.case-book~*{display:none!important}[data-place]{break-before:page}',
    },
  ],
  slides: caseSlides,
  twee: tweeFile,
  markdown: (data) => [
    paragraph(data.role),
    list(data.people.map(({ name, about }) => [strong(name), `, ${about}`])),
    ...sceneBlocks(data),
    ...data.endings.flatMap(({ title, text: told, cost }): RootContent[] => [
      heading(2, `Ending: ${title}`),
      ...blocks(told),
      paragraph(strong('What it cost.'), ` ${cost}`),
    ]),
    heading(2, CASE_PARTS['each-choice']),
    ...data.scenes.flatMap(({ title, choices }) => [
      heading(3, title),
      list(choices.map(({ text: does, sides, why }) => [strong(`${sidesLabel(sides)}:`), ` ${does} ${why}`])),
    ]),
    heading(2, CASE_PARTS.debrief),
    list(
      data.debrief.questions.map((question) => [question]),
      true,
    ),
    paragraph(strong(`${COMES_UP}.`)),
    list(data.debrief.comesUp.map((said) => [said])),
    paragraph(strong(`${AT_WORK}.`)),
    list(data.debrief.atWork.map((step) => [step])),
    ...data.debrief.evidence.map(({ text: said }) => paragraph(said)),
    paragraph(data.debrief.judgment),
  ],
});
