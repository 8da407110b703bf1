import { copyText } from './clipboard.ts';
import { place } from './place.ts';

/**
 * Copies a text and says so; where the browser refuses, shows it in the host's `[data-place="by-hand"]` to copy by hand.
 * @param what the text as the message names it: "The link"
 */
export async function copyOrShow(
  host: HTMLElement,
  text: string,
  what: string,
  say: (message: string) => void,
): Promise<void> {
  const byHand = place(host, '[data-place="by-hand"]');
  const copied = await copyText(text);
  byHand.hidden = copied;
  if (copied) {
    say(`${what} is copied.`);
    return;
  }
  const area = place<HTMLTextAreaElement>(byHand, 'textarea');
  area.value = text;
  area.select();
  say('This browser does not let us copy. The text is selected below.');
}
