const questions = (count: number): string => (count === 1 ? '1 question' : `${count} questions`);

/** The text of `/progress/` for a number of finished and started lessons. */
export const lessonsWords = (finished: number, all: number, begun: number): string =>
  `${finished} of ${all} lessons finished, ${begun} begun.`;

/** @param right answers that were right at the last try, of `of` */
export const checksWords = (checks: number, right: number, of: number): string =>
  checks === 0
    ? 'None answered on this device yet.'
    : `${questions(checks)} answered: ${right} of ${of} answers right when you last tried.`;

export const usesWords = (uses: number): string =>
  uses === 0 ? 'not used yet' : uses === 1 ? 'used once' : `used ${uses} times`;

export const dueWords = (due: number): string =>
  due === 0 ? 'Nothing is due now.' : `${questions(due)} due now.`;

export const stepsWords = (reports: number): string =>
  reports === 0
    ? 'Nothing is kept on this device yet.'
    : reports === 1
      ? 'You kept 1 report:'
      : `You kept ${reports} reports:`;

export const NOT_BEGUN = 'not begun';
