/** A practice tool: its page, and how its entries in storage are counted. */
export interface PracticeTool {
  path: string;
  title: string;
  /** Benefit for the reader, in a sentence; omitted if it depends on the content of the tool (`content.ts`). */
  summary?: string;
  /** Minutes it takes. */
  minutes: number;
  /** Words that people search with. */
  aliases: readonly string[];
  /** Name of the course's own text below the tool, `pages/<text>.mdx` in the content folder. */
  text?: string;
  /** Kind of page in tests/fixtures/budgets.ts. */
  budget: string;
  /** Entries of the tool in the browser's storage, if any; their schema is in `personal-file.ts`. */
  storage?: ToolStorage;
}

/** Where entries are stored and how they are counted. */
export interface ToolStorage {
  key: string;
  /** Field with the entries, if the slice has other fields. */
  field?: string;
  /** Label of one entry: "balance result". */
  one: string;
  many: string;
}

/**
 * All practice tools: in the order of the lessons that they belong to, then review and progress. Plain data for pages and
 * browsers. Tools with a content file also have an entry in `content.ts`; tools with storage, one in `personal-file.ts`.
 */
export const TOOLS = {
  balance: {
    path: '/tools/balance/',
    title: 'Balance',
    minutes: 5,
    aliases: ['self-assessment', 'leading and managing test'],
    text: 'balance-basis',
    budget: 'tool',
    storage: { key: 'balance', field: 'results', one: 'balance result', many: 'balance results' },
  },
  timeAudit: {
    path: '/tools/time-audit/',
    title: 'Time audit',
    summary:
      'Where did last week go? Sort its hours, by hand or from your calendar, and block an hour to step back.',
    minutes: 5,
    aliases: ['calendar'],
    budget: 'tool',
    storage: { key: 'timeAudit', field: 'weeks', one: 'audited week', many: 'audited weeks' },
  },
  questions: {
    path: '/tools/questions/',
    title: 'Question cards',
    summary: 'Turn a what-question into its why-pair, and build a card for one meeting.',
    minutes: 5,
    aliases: ['question bank', 'survey'],
    text: 'questions-basis',
    budget: 'tool',
    storage: { key: 'questionCards', one: 'question card', many: 'question cards' },
  },
  growthPlan: {
    path: '/tools/growth-plan/',
    title: 'Growth plan',
    summary: 'Pick one thing to grow on your weaker side, with a small step for each of four weeks.',
    minutes: 5,
    aliases: ['development plan'],
    budget: 'tool',
    storage: { key: 'growthPlan', field: 'plans', one: 'growth plan', many: 'growth plans' },
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
