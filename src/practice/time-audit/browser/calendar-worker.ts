import { CalendarFileError, eventsOfWeek, openFile, type WeekOfEvents } from '../calendar.ts';
import type { RawFile } from '../ics-lines.ts';
import { weekSpan } from '../weeks.ts';

/** A week to read. Orders with the same `number` are about the same file. */
export interface Order {
  number: number;
  file: File;
  monday: string;
  zone: string;
}

/** The events of the week, or the message for a file that cannot be read. */
export type Reply = WeekOfEvents | string;

/** The last file, in memory, so that the reader can choose another week. */
let opened: { number: number; calendar: RawFile } | undefined;

async function read({ number, file, monday, zone }: Order): Promise<Reply> {
  try {
    if (opened?.number !== number) opened = { number, calendar: await openFile(file) };
    return eventsOfWeek(opened.calendar, weekSpan(monday, zone), zone);
  } catch (error) {
    return error instanceof CalendarFileError
      ? error.message
      : 'This file could not be read. Choose it once more, or export it again.';
  }
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  void read(data).then((reply) => postMessage(reply));
});
