import { existsSync, readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { contentOf } from './collections/registry.ts';
import { folderOf, KIND_IDS, type KindId } from './collections/kinds.ts';
import { settings } from './build/settings.ts';
import { claimSchema } from './course/schemas/claim.ts';
import { comparisonSchema } from './course/schemas/comparison.ts';
import { conceptSchema } from './course/schemas/concept.ts';
import { editionsSchema } from './course/schemas/editions.ts';
import { figureSchema } from './course/schemas/figure.ts';
import { guideSchema } from './course/schemas/guide.ts';
import { lessonSchema } from './course/schemas/lesson.ts';
import { pageTextSchema } from './course/schemas/page-text.ts';
import { questionsSchema } from './course/schemas/questions.ts';
import { sourceSchema } from './course/schemas/source.ts';
import { CONTENT_TOOLS, TOOL_CONTENT, type ContentToolId } from './practice/content.ts';

/** Loads the files of a folder. A course may come without: then the collection is empty, and no warning is given. */
function present(folder: string, pattern: string, options: Partial<Parameters<typeof glob>[0]> = {}) {
  const base = join(settings.content, folder);
  const isThere = existsSync(base) && readdirSync(base).some((name) => matchesGlob(name, pattern));
  return isThere ? glob({ base, pattern, ...options }) : () => [];
}

// One file extension each, so that no two files can claim the same id.
const files = (folder: string, extension: string) => present(folder, `*.${extension}`);

/** The content of a practice tool is one file. */
const tool = <Id extends ContentToolId>(id: Id) =>
  defineCollection({
    loader: present('tools', TOOL_CONTENT[id].file),
    schema: TOOL_CONTENT[id].schema,
  });

/** A facilitator guide lies beside its lesson, and has its id. */
const guides = present('lessons', '*.guide.yaml', {
  generateId: ({ entry }) => entry.replace(/\.guide\.yaml$/, ''),
});

const tools = Object.fromEntries(CONTENT_TOOLS.map((id) => [`${id}Tool`, tool(id)])) as {
  [Id in ContentToolId as `${Id}Tool`]: ReturnType<typeof tool<Id>>;
};

/** The entries of a kind are the files of its folder. */
function entries(kind: KindId) {
  const { extension, schema } = contentOf(kind);
  return defineCollection({ loader: files(folderOf(kind), extension), schema });
}

const kinds = Object.fromEntries(KIND_IDS.map((kind) => [folderOf(kind), entries(kind)])) as Record<
  ReturnType<typeof folderOf<KindId>>,
  ReturnType<typeof entries>
>;

export const collections = {
  lessons: defineCollection({ loader: files('lessons', 'mdx'), schema: lessonSchema }),
  concepts: defineCollection({ loader: files('concepts', 'mdx'), schema: conceptSchema }),
  comparisons: defineCollection({ loader: files('comparisons', 'yaml'), schema: comparisonSchema }),
  questions: defineCollection({ loader: files('questions', 'yaml'), schema: questionsSchema }),
  sources: defineCollection({ loader: files('sources', 'json'), schema: sourceSchema }),
  claims: defineCollection({ loader: files('claims', 'yaml'), schema: claimSchema }),
  figures: defineCollection({ loader: files('figures', 'yaml'), schema: figureSchema }),
  guides: defineCollection({ loader: guides, schema: guideSchema }),
  editions: defineCollection({
    loader: glob({ base: settings.content, pattern: 'editions.yaml' }),
    schema: editionsSchema,
  }),
  /** Texts for pages of the site, which `CourseText.astro` shows. */
  pages: defineCollection({ loader: files('pages', 'mdx'), schema: pageTextSchema }),
  ...kinds,
  ...tools,
};
