import { announce } from './announce.ts';

/**
 * Copies a text and reports the result.
 * @param what name of the text in the message: "the link"
 * @param say called with the message
 * @param show called if the browser refuses, to show and select the text; without it, the message contains the text
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
    say(`This browser does not let us copy${show ? '. The text is selected.' : `: ${text}`}`);
  }
}
