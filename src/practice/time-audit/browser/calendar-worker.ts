import { CalendarFileError, eventsOfWeek, openFile, type WeekOfEvents } from '../calendar.ts';
import { weekSpan } from '../weeks.ts';

/** A week to read from a file. */
export interface Order {
  file: File;
  monday: string;
  zone: string;
}

/** The events of the week, or the message for a file that cannot be read. */
export type Reply = WeekOfEvents | string;

addEventListener('message', ({ data: { file, monday, zone } }: MessageEvent<Order>) => {
  void openFile(file)
    .then((calendar): Reply => eventsOfWeek(calendar, weekSpan(monday, zone), zone))
    .catch((error: unknown) =>
      error instanceof CalendarFileError
        ? error.message
        : 'This file could not be read. Choose it once more, or export it again.',
    )
    .then((reply) => postMessage(reply));
});
