import { STORE_KEY } from '../../storage/store.ts';
import { THEME_KEY } from './theme.ts';

/**
 * The one inline script of the site, in the head of every page: what must be known before anything is painted. Sets
 * `data-theme` on <html> where a theme was chosen, so that it does not flash, and `data-begun` for somebody who has
 * begun the course, so that the place of the offer to resume is kept. Storage may be blocked.
 */
export const EARLY_SCRIPT = `try{var d=document.documentElement.dataset,s=localStorage,t=s.getItem('${THEME_KEY}');if(t==='light'||t==='dark')d.theme=t;if((s.getItem('${STORE_KEY}')||'').includes('"last"'))d.begun=''}catch(e){}`;
