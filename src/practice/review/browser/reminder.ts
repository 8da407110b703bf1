import { button, h } from '../../../utils/elements.ts';
import { downloadFile } from '../../../utils/download.ts';
import { nextWeekday } from '../days.ts';
import { SUBJECT } from '../../../site.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MINUTES = 5;

/** A control after its label. Inside the label, all options of a select would become part of its accessible name. */
function labelled(text: string, control: HTMLElement): HTMLSpanElement {
  control.id = `reminder-${text.toLowerCase()}`;
  return h('span', {}, h('label', { for: control.id }, text), ' ', control);
}

/** A disclosure with a form that downloads a weekly calendar reminder; nothing is sent. */
export function reminder(url: string): HTMLDetailsElement {
  const day = h(
    'select',
    {},
    ...WEEKDAYS.map((name, index) => new Option(name, String(index), index === 1, index === 1)),
  );
  const time = h('input', { type: 'time', value: '09:00', required: true });
  const status = h('span', { role: 'status' });
  const make = button('Download the reminder (.ics)', () => {
    if (!form.reportValidity()) return;
    download(url, Number(day.value), time.value).then(
      () => {
        status.textContent = 'Downloaded. Open the file to add the reminder to your calendar.';
      },
      () => {
        status.textContent = 'The file could not be made. Check your connection and press the button again.';
      },
    );
  });
  const form = h(
    'form',
    { class: 'tool-actions' },
    labelled('Day', day),
    labelled('Time', time),
    make,
    status,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  return h(
    'details',
    { class: 'review-reminder', 'data-omit': 'print' },
    h('summary', {}, 'Remind me each week'),
    form,
  );
}

async function download(url: string, weekday: number, time: string): Promise<void> {
  const { calendarFile } = await import('../../../utils/calendar-file.ts');
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
