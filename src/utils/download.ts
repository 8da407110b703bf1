import type { CalendarEvent } from './calendar-file.ts';
import { h } from './elements.ts';

/** Downloads a file that was made on the reader's device. */
export function downloadFile(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  h('a', { href, download: name }).click();
  // After a while the download no longer needs the object URL.
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 10_000);
}

/**
 * Downloads events as a calendar file. Loads the script that writes it.
 * @returns the message to show: `done`, or that the script did not arrive
 */
export async function downloadCalendar(
  name: string,
  events: readonly CalendarEvent[],
  done: string,
): Promise<string> {
  try {
    const { calendarFile } = await import('./calendar-file.ts');
    downloadFile(name, 'text/calendar', calendarFile(events, new Date()));
    return done;
  } catch {
    return 'The calendar file could not be made. Check your connection and try again.';
  }
}
