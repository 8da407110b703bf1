import type { RootContent } from 'mdast';
import { z } from 'zod';
import { evenRows, id, several, text, uniqueIds } from '../../course/schemas/common.ts';
import { boxes, heading, paragraph, strong, table } from '../../utils/markdown.ts';
import { COMMON, concepts, kindContent, lesson, next, summary } from '../entry.ts';

const cell = z.string({ error: 'is not a text. Remedy: put it in quotation marks.' });
const of = {
  id: id('a short id of the part'),
  label: text('the label of the part'),
  help: z.string().trim().default(''),
  /** A poor entry, and what it lacks; shown below the example. */
  thin: z
    .strictObject({ says: text('what a person might write'), why: text('what is missing from it') })
    .optional(),
};
const part = z.discriminatedUnion('kind', [
  z.strictObject({
    ...of,
    kind: z.literal('text'),
    lines: z.int().min(1).max(20),
    example: text('the example'),
  }),
  z
    .strictObject({
      ...of,
      kind: z.literal('table'),
      columns: several(text('the head of a column'), 2, 6),
      rows: z.int().min(1).max(20),
      example: several(z.array(cell), 1, 8),
    })
    .superRefine(({ columns, example }, context) => evenRows(context, columns, example, 'example')),
  z.strictObject({ ...of, kind: z.literal('list'), items: several(text('a box to tick'), 1, 12) }),
]);

const schema = z.strictObject({
  title: text('the title of the paper'),
  summary,
  use: text('when to take it out, and how long it takes'),
  example: text('whose example it is'),
  parts: several(part, 1, 10).superRefine(uniqueIds),
  lesson,
  concepts,
  next,
  ...COMMON,
});
export type PaperData = z.infer<typeof schema>;
export type PaperPart = PaperData['parts'][number];
/** The filled or the blank form of a paper. */
export type PaperForm = 'example' | 'blank';

/** Rows of a table in a form of the paper. */
export const rowsOf = (of: PaperPart & { kind: 'table' }, form: PaperForm): string[][] =>
  form === 'example' ? of.example : Array.from({ length: of.rows }, () => of.columns.map(() => ''));

/** The label of a poor entry. */
export const TOO_THIN = 'Too thin:';

/** A part as Markdown; a rule is a line to write on. */
function blocksOf(of: PaperPart, form: PaperForm): RootContent[] {
  const { thin } = of;
  return [
    heading(2, of.label),
    ...(of.help === '' ? [] : [paragraph(of.help)]),
    ...entryOf(of, form),
    ...(thin === undefined || form === 'blank'
      ? []
      : [paragraph(strong(TOO_THIN), ` “${thin.says}” ${thin.why}`)]),
  ];
}

function entryOf(of: PaperPart, form: PaperForm): RootContent[] {
  if (of.kind === 'list') return [boxes(of.items)];
  if (of.kind === 'table')
    return [table([of.columns, ...rowsOf(of, form)].map((row) => row.map((words) => [words])))];
  if (form === 'example') return [paragraph(of.example)];
  return Array.from({ length: of.lines }, (): RootContent => ({ type: 'thematicBreak' }));
}

const formOf = ({ parts, example }: PaperData, form: PaperForm): RootContent[] => [
  ...(form === 'example' ? [paragraph(`A made-up example: ${example}.`)] : []),
  ...parts.flatMap((one) => blocksOf(one, form)),
];

/** Headings of the page by id. */
export const parts = { example: 'Filled with an example', blank: 'Blank, to fill in' } as const;

/** `src/content/papers/<slug>.yaml`: a paper to fill in, blank and with an example. */
export const paper = kindContent<PaperData>({
  extension: 'yaml',
  schema,
  about:
    'Papers to print or type in, each blank and filled with an example: a promise list, a one-page plan, a handover.',
  // A sheet to fill in.
  sign: '<path class="paper" d="M26 2h34l12 12v40H26z"/><path class="ink thin" d="M26 2h34l12 12v40H26zM60 2v12h12"/><path class="side-1" d="M34 24h28M34 34h28M34 44h16"/>',
  parts,
  paper: true,
  prints: [{ name: 'paper', label: 'Example and blank' }],
  markdown: (data) => [paragraph(data.use), ...formOf(data, 'example')],
  files: (data) => [
    { name: 'blank', label: 'Blank', blocks: formOf(data, 'blank') },
    { name: 'example', label: 'Example', blocks: formOf(data, 'example') },
  ],
});
