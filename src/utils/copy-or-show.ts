import { copyText } from './clipboard.ts';
import { requireElement } from './dom.ts';

/** Copies a text; if the browser refuses, shows it in the textarea in the host's `[data-place="by-hand"]`. */
export function copyOrShow(
  host: HTMLElement,
  text: string,
  what: string,
  say: (message: string) => void,
): Promise<void> {
  const byHand = requireElement(host, '[data-place="by-hand"]');
  byHand.hidden = true;
  return copyText(text, what, say, () => {
    byHand.hidden = false;
    const area = requireElement<HTMLTextAreaElement>(byHand, 'textarea');
    area.value = text;
    area.select();
  });
}
