/** Storage key of the chosen theme; unset while the system decides. */
export const THEME_KEY = 'bb:theme';
/** A theme that readers can choose. */
export type Theme = 'light' | 'dark';
/** Whether a value is a theme. */
export const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark';
