/** Storage key of the chosen theme; unset while the system decides. */
export const THEME_KEY = 'bb:theme';

export type Theme = 'light' | 'dark';

export const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark';
