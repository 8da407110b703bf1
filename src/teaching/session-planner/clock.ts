const HOUR = 60;
const DAY = 24 * HOUR;

/** Formats the time of day some minutes after another: "10:15 AM" for "09:00" and 75. */
export function clockTime(start: string, minutes = 0): string {
  const [hours = 0, rest = 0] = start.split(':').map(Number);
  const total = hours * HOUR + rest + minutes;
  const hour = Math.floor((total % DAY) / HOUR);
  const time = `${hour % 12 === 0 ? 12 : hour % 12}:${String(total % HOUR).padStart(2, '0')}`;
  return `${time} ${hour < 12 ? 'AM' : 'PM'}${total < DAY ? '' : ' (next day)'}`;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Formats a duration: "90 minutes", "3 hours and 30 minutes", "7 hours". */
export function durationWords(minutes: number): string {
  if (minutes < 2 * HOUR) return counted(minutes, 'minute');
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  return rest === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} and ${counted(rest, 'minute')}`;
}
