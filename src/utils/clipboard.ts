import { announce } from './announce.ts';
import { requireElement } from './dom.ts';

/**
 * Copies a text and reports the result.
 * @param what names the text in the message: "the link"
 * @param say reports to the reader
 * @param show shows and selects the text if the browser refuses; without it, the message contains the text
 */
export async function copyText(
  text: string,
  what: string,
  say: (message: string) => void = announce,
  show?: () => void,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied ${what}.`);
  } catch {
    show?.();
    say(
      `This browser does not let us copy. ${show === undefined ? `Copy it from here: ${text}` : 'The text is selected.'}`,
    );
  }
}

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
