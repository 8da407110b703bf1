import type { z } from 'zod';
import type { CitingPlace } from '../course/citing-pages.ts';
import type { Comparison, Finders } from '../course/types.ts';
import type { Permalink } from '../course/permalinks.ts';

/** A practice tool: its page, and how its entries in storage are counted. */
export interface PracticeTool {
  path: string;
  title: string;
  /** Benefit for the reader, in a sentence. */
  summary: string;
  minutes: number;
  aliases: readonly string[];
  /** Name of the course's own text below the tool, `pages/<text>.mdx` in the content folder. */
  text?: string;
  /** Kind of page in tests/fixtures/budgets.ts. */
  budget: string;
  /** Entries of the tool in the browser's storage, if any; their schema is in the tool's `slice.ts`. */
  storage?: ToolStorage;
}

/** Where entries are stored and how they are counted. */
export interface ToolStorage {
  key: string;
  /** Field with the entries, if the slice has other fields. */
  field?: string;
  one: string;
}

/** All practice tools, as plain data for pages and browsers; `content.ts` has those with a content file. */
export const TOOLS = {
  balance: {
    path: '/tools/balance/',
    title: 'Balance',
    summary: 'Things you may have done last week show where that week lies on the momentum grid.',
    minutes: 5,
    aliases: ['self-assessment', 'leading and managing test'],
    text: 'balance-basis',
    budget: 'tool',
    storage: { key: 'balance', field: 'results', one: 'balance result' },
  },
  timeAudit: {
    path: '/tools/time-audit/',
    title: 'Time audit',
    summary:
      'Where did last week go? Sort its hours, by hand or from your calendar, and block an hour to step back.',
    minutes: 10,
    aliases: ['calendar'],
    budget: 'tool',
    storage: { key: 'timeAudit', field: 'weeks', one: 'audited week' },
  },
  questions: {
    path: '/tools/questions/',
    title: 'Question cards',
    summary: 'Turn a what-question into its why-pair, and build a card for one meeting.',
    minutes: 10,
    aliases: ['question bank', 'survey'],
    text: 'questions-basis',
    budget: 'tool',
    storage: { key: 'questionCards', one: 'question card' },
  },
  growthPlan: {
    path: '/tools/growth-plan/',
    title: 'Growth plan',
    summary: 'Pick one thing to grow on your weaker side, with a small step for each of four weeks.',
    minutes: 10,
    aliases: ['development plan'],
    budget: 'tool',
    storage: { key: 'growthPlan', field: 'plans', one: 'growth plan' },
  },
  review: {
    path: '/review/',
    title: 'Review',
    summary: 'Questions come back after longer and longer gaps, ten at a time.',
    minutes: 5,
    aliases: ['spaced repetition', 'flashcards'],
    budget: 'review',
  },
  progress: {
    path: '/progress/',
    title: 'Progress',
    summary: 'What you have read, checked and practiced on this device; export, import or erase it.',
    minutes: 1,
    aliases: ['certificate', 'export'],
    budget: 'progress',
  },
} as const satisfies Record<string, PracticeTool>;

export type ToolId = keyof typeof TOOLS;

/** Describes the content file of a practice tool: how it is read and resolved. */
export interface ToolContent<Data, Content> {
  /** Name of the file below `tools` in the content folder; a course without it has no such tool. */
  file: string;
  schema: z.ZodType<Data>;
  /** A course without sides does not have the tool, even if its file exists. */
  needsSides?: true;
  build(data: Data, find: Finders): Content;
  /** The claims and sources that the tool's page shows. */
  cites?(content: Content): Pick<CitingPlace, 'claims' | 'sources'>;
  links?(content: Content, comparisons: readonly Comparison[]): Permalink[];
}

/** Infers the types of a tool's content from its schema and `build`. */
export const toolContent = <Data, Content>(content: ToolContent<Data, Content>): ToolContent<Data, Content> =>
  content;

export const idsOf = (items: readonly { id: string }[]): string[] => [...new Set(items.map(({ id }) => id))];
