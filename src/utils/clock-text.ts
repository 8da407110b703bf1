/** Formats seconds as minutes and seconds, without hours, because guides count in minutes: "0:07", "75:00". */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
