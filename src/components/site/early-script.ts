import { STORE_KEY } from '../../storage/store.ts';
import { THEME_KEY } from './theme.ts';

/**
 * The only inline script of the site, in the head of every page, which must run before the first paint. Preloads the fonts
 * unless the connection is slow (a round trip of 150 ms or more). Sets `data-theme` on <html> if the reader
 * chose a theme, so that the other does not flash, and `data-begun` if the reader has started the course, to reserve the
 * space of the offer to resume. Storage may be blocked.
 */
export const EARLY_SCRIPT =
  `try{if(!((navigator.connection||0).rtt>149))for(var l of document.querySelectorAll('[as=font]'))l.media='';` +
  `var d=document.documentElement.dataset,s=localStorage,t=s.getItem('${THEME_KEY}');if(t==='light'||t==='dark')d.theme=t;if((s.getItem('${STORE_KEY}')||'').includes('"last"'))d.begun=''}catch(e){}`;
