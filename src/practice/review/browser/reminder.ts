import { button } from '../../../utils/browser/controls.ts';
import { downloadFile } from '../../../utils/browser/download.ts';
import { nextWeekday } from '../days.ts';
import { SUBJECT } from '../../../site.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MINUTES = 5;

/** A control behind its label. Around a select, the label would be named by all its options too. */
function labelled(text: string, control: HTMLElement): HTMLSpanElement {
  control.id = `reminder-${text.toLowerCase()}`;
  const label = document.createElement('label');
  label.htmlFor = control.id;
  label.textContent = text;
  const both = document.createElement('span');
  both.append(label, ' ', control);
  return both;
}

/** A disclosure that makes a weekly reminder for the reader's own calendar; nothing is sent anywhere. */
export function reminder(url: string): HTMLDetailsElement {
  const details = document.createElement('details');
  details.className = 'review-reminder';
  details.dataset['omit'] = 'print';
  const summary = document.createElement('summary');
  summary.textContent = 'Remind me each week';
  const day = document.createElement('select');
  day.append(...WEEKDAYS.map((name, index) => new Option(name, String(index), index === 1, index === 1)));
  const time = Object.assign(document.createElement('input'), {
    type: 'time',
    value: '09:00',
    required: true,
  });
  const form = document.createElement('form');
  form.className = 'tool-actions';
  const make = button('Download the reminder (.ics)', () => {
    if (form.reportValidity()) void download(url, Number(day.value), time.value);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.append(labelled('Day', day), labelled('Time', time), make);
  details.append(summary, form);
  return details;
}

async function download(url: string, weekday: number, time: string): Promise<void> {
  const { calendarFile } = await import('../../calendar-file.ts');
  const now = new Date();
  const event = {
    uid: 'review',
    title: 'Review: answer from memory',
    description: `Up to ten questions of the course on ${SUBJECT}.`,
    url,
    day: nextWeekday(weekday, now),
    time,
    minutes: MINUTES,
    weeks: 0,
    remind: 0,
  };
  downloadFile('review-reminder.ics', 'text/calendar', calendarFile([event], now));
}
