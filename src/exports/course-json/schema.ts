import { z } from 'zod';
import { folderOf, KIND_IDS } from '../../collections/kinds.ts';
import { contentOf } from '../../collections/registry.ts';
import { TOOL_SCHEMAS } from '../../practice/content.ts';
import { claimSchema } from '../../course/schemas/claim.ts';
import { comparisonSchema } from '../../course/schemas/comparison.ts';
import { conceptSchema } from '../../course/schemas/concept.ts';
import { id, text } from '../../course/schemas/common.ts';
import { figureSchema } from '../../course/schemas/figure.ts';
import { guideSchema } from '../../course/schemas/guide.ts';
import { lessonSchema } from '../../course/schemas/lesson.ts';
import { questionSchema } from '../../course/schemas/questions.ts';
import { sourceSchema } from '../../course/schemas/source.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import { SITE_NAME } from '../../site.ts';

/** Version of the format. A breaking change increments it. */
export const COURSE_FILE_VERSION = 2;

const address = z.url().describe('A whole address.');
const day = z.iso.date();
const ids = z.array(z.string());

/** Addresses of an entry. */
const place = {
  url: address.describe('Its address today.'),
  lasting: address.describe('A link that holds when title and address change.'),
};
const piece = { id: id('the id'), ...place };
const markdown = text('the text').describe('GitHub-flavored Markdown, links whole.');

const section = z.strictObject({
  id: z.string(),
  level: z.union([z.literal(2), z.literal(3)]),
  title: z.string(),
  ...place,
});

const event = z.strictObject({
  date: day,
  label: z.string(),
  event: z.string(),
  kind: sideId(['result']),
  claims: ids,
  ...place,
});

const question = z.strictObject({
  lesson: z.string(),
  ...place,
  passage: address.describe('The passage that explains the answer.'),
  content: questionSchema,
});

const lesson = z.strictObject({
  ...piece,
  number: z.int(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  published: day,
  updated: day,
  objectives: lessonSchema.shape.objectives,
  aliases: ids,
  sections: z.array(section),
  text: markdown,
  timeline: z.array(event),
  concepts: ids,
  comparisons: ids,
  figures: ids,
  questions: ids,
  claims: ids,
  sources: ids,
});

const concept = z.strictObject({
  ...piece,
  ...conceptSchema.shape,
  text: markdown,
  claims: ids,
  taughtIn: ids,
});

const figure = z.strictObject({ ...piece, ...figureSchema.shape, svg: address, png: address });

const source = z.strictObject({
  id: z.string(),
  url: address,
  csl: sourceSchema.describe('The work in CSL-JSON (https://docs.citationstyles.org/).'),
});

/** The entries of each kind that the course has, by the folder of the kind. */
const entries = Object.fromEntries(
  KIND_IDS.map((kind) => {
    const content = z.strictObject({ ...contentOf(kind).schema.shape, published: day });
    return [folderOf(kind), z.array(z.strictObject({ ...piece, content, text: markdown })).optional()];
  }),
);

/** The content of the practice tools that the course has. */
const tools = z.strictObject(TOOL_SCHEMAS).partial();

/** The course as one file; the source of /course.schema.json. */
const courseFileSchema = z.strictObject({
  $schema: address,
  version: z.literal(COURSE_FILE_VERSION),
  title: z.string(),
  url: address,
  language: z.literal('en-US'),
  license: z.strictObject({
    spdx: z.string().describe('Id in the list of https://spdx.org/licenses/.'),
    url: address,
    credit: z.string().describe('One line that gives credit as the license asks.'),
  }),
  edition: z.strictObject({ number: z.string(), date: day, summary: z.string() }).optional(),
  lessons: z.array(lesson),
  texts: z
    .array(z.strictObject({ id: z.string(), url: address, title: z.string(), text: markdown, claims: ids }))
    .describe('Texts for pages of the site.'),
  concepts: z.array(concept),
  comparisons: z.array(z.strictObject({ ...piece, content: comparisonSchema })),
  figures: z.array(figure),
  questions: z.array(question),
  entries: z.strictObject(entries),
  guides: z.array(z.strictObject({ lesson: z.string(), url: address, content: guideSchema })),
  claims: z.array(z.strictObject({ id: z.string(), content: claimSchema })),
  sources: z.array(source),
  tools,
});

export type CourseFile = z.infer<typeof courseFileSchema>;

/** JSON Schema of the file, in the draft that most validators support. */
export const courseFileJsonSchema = (address: string): object => ({
  $id: address,
  title: `${SITE_NAME}: all content`,
  ...z.toJSONSchema(courseFileSchema, { target: 'draft-7' }),
});
