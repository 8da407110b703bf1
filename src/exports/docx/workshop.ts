import type { RootContent } from 'mdast';
import type { GuideSheet } from '../../course/schemas/guide.ts';
import { answersOf } from '../../course/questions.ts';
import type { Guide, Lesson } from '../../course/types.ts';
import {
  BLOCK_KIND,
  copiesFor,
  EVALUATION,
  GUIDE_PARTS,
  minutesFromTo,
  runningOrder,
  type GuidePart,
} from '../../teaching/guides/blocks.ts';
import { expectedAnswer, knownAddresses, splitAtAddresses } from '../../teaching/guides/text.ts';
import { boxes, heading, link, list, paragraph, strong, table, type Inline } from '../../utils/markdown.ts';
import type { CourseSite } from '../exporter.ts';
import { handoutBlocks } from '../markdown/lesson.ts';
import { citations, citedFacts } from '../markdown/pieces.ts';

interface WorkshopText {
  title: string;
  blocks: RootContent[];
}

/** Lines to write on. */
const lines = (count: number): RootContent[] =>
  Array.from({ length: count }, () => ({ type: 'thematicBreak' }));

/** Labels, each with lines to write on. */
const toFill = (labels: readonly string[], count: number): RootContent[] =>
  labels.flatMap((label) => [paragraph(strong(label)), ...lines(count)]);

/** Rows of an attendance sheet, on one page. */
const SEATS = 20;

function sheetBlocks(sheet: GuideSheet): RootContent[] {
  const cells = (texts: readonly string[]): Inline[][] => texts.map((text) => [text]);
  const content = (): RootContent[] => {
    switch (sheet.kind) {
      case 'cards':
        return [
          sheet.cards.some(({ back }) => back !== undefined)
            ? table([
                [['Front'], ['Back']],
                ...sheet.cards.map(({ front, back = '' }) => cells([front, back])),
              ])
            : table([[['Card']], ...sheet.cards.map(({ front }) => cells([front]))]),
        ];
      case 'strips': {
        const [left, right] = sheet.ends ?? [];
        return left === undefined || right === undefined
          ? [table([[['Strip']], ...sheet.strips.map((strip) => cells([strip]))])]
          : [
              table([
                [['One end'], ['Strip'], ['Other end']],
                ...sheet.strips.map((strip) => cells([left, strip, right])),
              ]),
            ];
      }
      case 'form':
        return toFill(sheet.fields, 3);
      case 'grid':
        return [
          table([
            cells(['', ...sheet.columns]),
            ...sheet.rows.map((row) => cells([row, ...sheet.columns.map(() => '')])),
          ]),
        ];
    }
  };
  return [heading(2, sheet.title), paragraph(copiesFor(sheet)), ...content()];
}

function guideBlocks(lesson: Lesson, guide: Guide, site: CourseSite): RootContent[] {
  const { course } = site;
  const known = knownAddresses(course);
  const said = (text: string): Inline[] =>
    splitAtAddresses(text, known).map((part) => {
      if ('words' in part) return part.words;
      const address = site.absolute(part.address);
      return link(address.replace(/^\w+:\/\//, ''), address);
    });
  const items = (texts: readonly string[], ordered = false): RootContent => list(texts.map(said), ordered);
  const part = (id: GuidePart, ...blocks: readonly RootContent[]): RootContent[] => [
    heading(2, GUIDE_PARTS.find(([fragment]) => fragment === id)?.[1] ?? id),
    ...blocks,
  ];
  const labelled = (label: string, text: string): RootContent =>
    paragraph(strong(`${label}: `), ...said(text));
  const order = runningOrder(guide.blocks);

  const exerciseBlocks = (id: string): RootContent[] =>
    guide.exercises
      .filter((exercise) => exercise.id === id)
      .flatMap(({ title, purpose, groups, materials, steps, debrief, remote, adapt }) => [
        heading(4, `Exercise: ${title}`),
        labelled('Purpose', purpose),
        labelled('Groups', groups),
        paragraph(strong('Materials')),
        items(materials),
        paragraph(strong('Steps')),
        items(steps, true),
        labelled('Question at the end', debrief),
        labelled('In a video call', remote),
        labelled('Make it your own', adapt),
      ]);
  const questionBlocks = (id: string): RootContent[] =>
    guide.questions
      .filter((question) => question.id === id)
      .flatMap(({ ask, expect, then }) => [
        labelled('Ask, word for word', ask),
        paragraph(strong('Answers to expect')),
        list(
          expect.map((text) => {
            const { answer, remark } = expectedAnswer(text);
            return [remark === undefined ? answer : `${answer} (${remark})`];
          }),
        ),
        labelled('How to go on', then),
      ]);

  return [
    ...part(
      'outcomes',
      paragraph(...said(guide.aim)),
      paragraph(strong('After the lesson people can')),
      items(lesson.objectives.map(({ text }) => text)),
    ),
    ...part(
      'prepare',
      boxes(guide.prepare),
      ...guide.exercises.flatMap(({ title, materials }) => [
        paragraph(strong(`Materials for “${title}”`)),
        boxes(materials),
      ]),
    ),
    ...part(
      'running-order',
      table([
        [['Block'], ['Minutes'], ['Short version'], ['Long version']],
        ...order.blocks.map(({ block, number, short, long }) => [
          [`${number}. ${block.title}`],
          [minutesFromTo(block.least, block.most)],
          [short === undefined ? 'left out' : minutesFromTo(short.from, short.to)],
          [minutesFromTo(long.from, long.to)],
        ]),
      ]),
    ),
    ...part(
      'session',
      ...order.blocks.flatMap(({ block, number }) => [
        heading(3, `${number}. ${block.title}`),
        paragraph(
          `${BLOCK_KIND[block.kind]}, ${minutesFromTo(block.least, block.most)} minutes${block.core ? '' : ', leave out if time is short'}`,
        ),
        ...(block.kind === 'exercise'
          ? exerciseBlocks(block.exercise)
          : block.kind === 'ask'
            ? questionBlocks(block.question)
            : [paragraph(...said(block.do))]),
      ]),
    ),
    ...part('remote', paragraph(...said(guide.remote))),
    ...part(
      'sizes',
      ...Object.entries(guide.sizes).map(([people, text]) => labelled(`${people} people`, text)),
    ),
    ...part(
      'objections',
      ...guide.objections.flatMap(({ says, reply, claims }) => [
        heading(3, `“${says}”`),
        paragraph(...said(reply)),
        ...claims.map(({ statement, sources }) => paragraph(`${statement} `, ...citations(sources, site))),
      ]),
    ),
    ...part('assess', items(guide.assess)),
    heading(2, 'Answers to the check questions'),
    ...lesson.checks.flatMap((question, index) => [
      paragraph(strong(`${index + 1}. ${question.prompt}`)),
      ...(question.kind === 'recall' ? [paragraph(question.answer)] : []),
      list(answersOf(question).map(({ label, feedback }) => [strong(label), ` ${feedback}`])),
      ...(question.claims === undefined
        ? []
        : [
            paragraph(
              ...citedFacts(
                question.claims.map((id) => course.claim(id)),
                site,
              ),
            ),
          ]),
    ]),
  ];
}

/** The documents of a workshop that people change, by their file names. */
export function workshopTexts(lesson: Lesson, guide: Guide, site: CourseSite): Map<string, WorkshopText> {
  const { title } = lesson;
  const sheets = guide.exercises.flatMap((exercise) => exercise.sheets);
  return new Map([
    ['guide.docx', { title: `${title} (facilitator guide)`, blocks: guideBlocks(lesson, guide, site) }],
    ...(sheets.length === 0
      ? []
      : [['sheets.docx', { title: `${title} (sheets)`, blocks: sheets.flatMap(sheetBlocks) }] as const]),
    ['handout.docx', { title, blocks: handoutBlocks(lesson, site) }],
    ['evaluation.docx', { title: `${title} (evaluation)`, blocks: toFill(EVALUATION, 3) }],
    [
      'attendance.docx',
      {
        title: `${title} (attendance)`,
        blocks: [
          ...toFill(['Day and place'], 1),
          table([[['Name'], ['Signature']], ...Array.from({ length: SEATS }, () => [[''], ['']])]),
        ],
      },
    ],
    [
      'statement.docx',
      {
        title: 'Statement of participation',
        blocks: [
          ...toFill(['Name'], 1),
          paragraph(`took part in a workshop on “${title}”.`),
          paragraph(strong('Its aims: people can')),
          list(lesson.objectives.map(({ text }) => [text])),
          ...toFill(['Day, place and length', 'Led by (name and signature)'], 1),
          paragraph(
            strong('What this is. '),
            'It says that the person was there. Nobody tested what they can do, so it is no certificate.',
          ),
        ],
      },
    ],
  ]);
}
