import { make } from './dom.ts';

/** A read-only text to copy by hand. */
export function textToCopy(text: string, label: string): HTMLTextAreaElement {
  const area = make('textarea', { readonly: '', rows: '5', 'aria-label': label });
  area.value = text;
  return area;
}

/**
 * Copies a text. Where the clipboard is out of reach (no secure context, an iframe without permission) the
 * text is handed to `show`, selected, for the reader's own copy command.
 * @returns what to tell the reader.
 */
export async function copyText(
  text: string,
  done: string,
  show: (content: HTMLTextAreaElement) => void,
): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    const area = textToCopy(text, 'Text to copy');
    show(area);
    area.focus();
    area.select();
    return 'The text is selected: copy it with Ctrl+C or Cmd+C.';
  }
}
