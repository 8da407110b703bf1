import type { CalendarEvent } from './calendar-file.ts';
import { downloadFile } from './download.ts';

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
