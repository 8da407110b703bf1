/** Categories of hours. */
export const CATEGORIES = ['running', 'shaping', 'growing', 'other'] as const;
export type CategoryId = (typeof CATEGORIES)[number];

/** The letter of each category in the log of the lesson. */
export const LETTERS: Readonly<Record<CategoryId, string>> = {
  running: 'R',
  shaping: 'F',
  growing: 'P',
  other: 'E',
};

/** The label of each category. */
export type Labels = Readonly<Record<CategoryId, string>>;

/** Hours of one week by category. */
export type Hours = Record<CategoryId, number>;

/** Makes a record with a value for each category. */
export const byCategory = <Value>(value: (id: CategoryId) => Value): Record<CategoryId, Value> => ({
  running: value('running'),
  shaping: value('shaping'),
  growing: value('growing'),
  other: value('other'),
});

/** Whether a text is the id of a category. */
export const isCategory = (id: string): id is CategoryId => (CATEGORIES as readonly string[]).includes(id);
