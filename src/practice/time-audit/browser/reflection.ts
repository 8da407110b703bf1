import { nextDay } from '../weeks.ts';
import { deviceZone } from '../zone.ts';
import { downloadFile } from '../../../utils/browser/download.ts';
import { part } from './parts.ts';

/** The questions of the lesson, for the hour itself. */
const QUESTIONS = [
  'What did we set out to do this week, and what happened?',
  'What surprised me?',
  'Where are we headed, and did this week bring us closer?',
  'What one thing will I do differently?',
].join('\n');

/** Makes the form for a weekly hour to step back give a calendar file. */
export function offerReflection(root: ParentNode): void {
  const form = part<HTMLFormElement>(root, 'form[data-reflection]');
  const status = part(form, '[role=status]');
  const value = (name: string): string => part<HTMLInputElement>(form, `[name=${name}]`).value;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [weekday, time, minutes, weeks] = [
      Number(value('day')),
      value('time'),
      value('minutes'),
      value('weeks'),
    ];
    const now = new Date();
    const day = nextDay(now.getTime(), deviceZone(), weekday, time);
    void import('../../calendar-file.ts').then(
      ({ calendarFile }) => {
        const hour = {
          // The same day and time is the same appointment: importing it again changes it.
          uid: `step-back-${weekday}-${time.replace(':', '')}`,
          title: 'Step back: reflection',
          description: QUESTIONS,
          day,
          time,
          minutes: Number(minutes),
          weeks: Number(weeks),
          remind: 10,
        };
        downloadFile('step-back.ics', 'text/calendar', calendarFile([hour], now));
        status.textContent = `Downloaded step-back.ics. Open it to add ${weeks} times ${minutes} minutes to your calendar, first on ${day}.`;
      },
      () => {
        status.textContent = 'The file could not be made. Check your connection and press the button again.';
      },
    );
  });
}
