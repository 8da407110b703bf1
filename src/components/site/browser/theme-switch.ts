import { isTheme, THEME_KEY, type Theme } from '../theme.ts';

const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const;

/** `<theme-switch>` shows its button, which cycles through system, light and dark. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const label = this.querySelector('span');
    if (button === null || label === null || !button.hidden) return;
    const { dataset } = document.documentElement;
    const show = (theme: Theme | 'system'): void => {
      label.textContent = `Theme: ${theme}`;
      if (theme === 'system') delete dataset['theme'];
      else dataset['theme'] = theme;
    };
    const known = (theme: unknown): Theme | 'system' => (isTheme(theme) ? theme : 'system');
    const refresh = (): void => {
      try {
        show(known(localStorage.getItem(THEME_KEY)));
      } catch {
        // Storage is blocked: the theme is that of this page.
      }
    };
    show(known(dataset['theme']));
    // Another tab may have changed it, or another page while this one was in the back/forward cache.
    addEventListener('storage', refresh);
    addEventListener('pageshow', refresh);
    button.hidden = false;
    button.addEventListener('click', () => {
      const theme = NEXT[known(dataset['theme'])];
      show(theme);
      try {
        if (theme === 'system') localStorage.removeItem(THEME_KEY);
        else localStorage.setItem(THEME_KEY, theme);
      } catch {
        // Storage is blocked: the choice applies to this page only.
      }
    });
  }
}

customElements.define('theme-switch', ThemeSwitch);
