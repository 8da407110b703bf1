/** Where the chosen theme is kept; nothing is kept while the system decides. */
export const THEME_KEY = 'bb:theme';

export type Theme = 'light' | 'dark';

export const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark';
