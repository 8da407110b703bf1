/** Where the chosen theme is kept; nothing is kept while the system decides. */
export const THEME_KEY = 'bb:theme';

export type Theme = 'light' | 'dark';

export const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark';

/** Runs in the head before anything is painted, so that a chosen theme does not flash. Storage may be blocked. */
export const NO_FLASH_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
