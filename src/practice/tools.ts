/** One page on which readers practise. */
export interface PracticePage {
  path: string;
  title: string;
  /** What a reader gets from it. */
  summary: string;
  /** Minutes it takes. */
  minutes: number;
  /** Words that people search with, parted by "|". */
  aliases: string;
}

/** The practice tools, in the order of the course's last lessons; then what keeps the learning alive. */
export const PRACTICE = {
  balance: {
    path: '/tools/balance/',
    title: 'Balance',
    summary: 'Twenty things you may have done last week show where you stand on the momentum grid.',
    minutes: 5,
    aliases: 'self-assessment',
  },
  timeAudit: {
    path: '/tools/time-audit/',
    title: 'Time audit',
    summary:
      'Where did last week go? Sort its hours, by hand or from your calendar, and block an hour to step back.',
    minutes: 5,
    aliases: 'calendar',
  },
  questions: {
    path: '/tools/questions/',
    title: 'Question cards',
    summary: 'Turn a what-question into its why-pair, and build a card for one meeting.',
    minutes: 5,
    aliases: 'question bank|survey',
  },
  growthPlan: {
    path: '/tools/growth-plan/',
    title: 'Growth plan',
    summary: 'Pick one thing to grow on your weaker side, with a small step for each of four weeks.',
    minutes: 5,
    aliases: 'development plan',
  },
  review: {
    path: '/review/',
    title: 'Review',
    summary: 'Questions come back after longer and longer gaps, ten at a time.',
    minutes: 5,
    aliases: 'spaced repetition|flashcards',
  },
  progress: {
    path: '/progress/',
    title: 'Progress',
    summary: 'What you have read, checked and practiced on this device; export, import or erase it.',
    minutes: 1,
    aliases: 'certificate|export',
  },
} as const satisfies Record<string, PracticePage>;

/** All of them, in order. */
export const PRACTICE_PAGES: readonly PracticePage[] = Object.values(PRACTICE);
