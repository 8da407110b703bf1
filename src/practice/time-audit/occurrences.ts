import ICAL from 'ical.js';
import { timeOfWall, wallOfTime } from './calendar-times.ts';

const DAY = 86_400_000;
/** Maximum number of starts of a rule in or before a week; no real calendar has more. */
const MOST_STARTS = 20_000;
/**
 * Maximum number of dates to try for a rule. A rule such as BYMONTH=2;BYMONTHDAY=30 has no start, and ical.js would search
 * for one forever. Enough for 137 years of a daily rule.
 */
const MOST_TRIED = 50_000;
const UNIT: Readonly<Record<string, number>> = {
  SECONDLY: 1_000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: DAY,
  WEEKLY: 7 * DAY,
};

/** Wall times (as if UTC) between which to find starts. */
export interface Between {
  from: number;
  to: number;
}

/**
 * The start from which to follow a rule. For frequent rules without a count it is as close to the week as their interval
 * allows, because a daily meeting that began in 2005 has thousands of starts.
 */
function firstOf(start: number, rule: ICAL.Recur, from: number): number {
  const unit = UNIT[rule.freq];
  if (unit === undefined || rule.count !== null) return start;
  const rhythm = unit * Math.max(1, rule.interval);
  return start + Math.max(0, Math.floor((from - start) / rhythm) - 1) * rhythm;
}

/**
 * The starts of a rule between two wall times, even if it never ends.
 * @param last whether a start is after the rule's UNTIL
 * @throws if it has far more or far fewer starts than a real rule
 */
export function ruleStarts(
  rule: ICAL.Recur,
  start: ICAL.Time,
  { from, to }: Between,
  last: (wall: number) => boolean,
): number[] {
  const starts: number[] = [];
  const open = rule.clone();
  // `last` checks UNTIL instead, with the zones of the file, which the rule does not know.
  open.until = null;
  const iterator = open.iterator(timeOfWall(firstOf(wallOfTime(start), rule, from), start.isDate));
  const fits = iterator.check_contracting_rules.bind(iterator);
  let tried = 0;
  iterator.check_contracting_rules = () => {
    if (++tried > MOST_TRIED) throw new RangeError('The rule has too few starts.');
    return fits();
  };
  let count = 0;
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (++count > MOST_STARTS) throw new RangeError('The rule has too many starts.');
    const wall = wallOfTime(next);
    if (wall > to || last(wall)) break;
    if (wall >= from) starts.push(wall);
  }
  return starts;
}
