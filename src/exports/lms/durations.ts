/** Milliseconds as hours, minutes and seconds with hundredths. */
function parts(milliseconds: number): [hours: number, minutes: number, seconds: number] {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  return [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60, (hundredths % 6000) / 100];
}

/** A time span in the form of SCORM 1.2, "HHHH:MM:SS.SS", at most the longest that fits. */
export function scormTimespan(milliseconds: number): string {
  const [hours, minutes, seconds] = parts(milliseconds);
  if (hours > 9999) return '9999:59:59.99';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(hours).padStart(4, '0')}:${two(minutes)}:${seconds.toFixed(2).padStart(5, '0')}`;
}

/** A time span in the form of SCORM 2004 and xAPI (ISO 8601): "PT1H4M30.5S". */
export function isoDuration(milliseconds: number): string {
  const [hours, minutes, seconds] = parts(milliseconds);
  const whole = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}`;
  return `PT${whole}${seconds > 0 || whole === '' ? `${seconds}S` : ''}`;
}
