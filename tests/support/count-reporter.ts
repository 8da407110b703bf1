import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, Suite } from '@playwright/test/reporter';

/** How many of the longest parts are named. */
const NAMED = 10;

/**
 * Writes how many tests passed and failed to test-results/counts.json, for the last line of `npm test`, and says which
 * files took longest.
 */
export default class CountReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const seconds = new Map<string, number>();
    for (const test of this.#suite?.allTests() ?? []) {
      const part = `${test.parent.project()?.name ?? ''}: ${relative('tests', test.location.file)}`;
      const milliseconds = test.results.reduce((sum, { duration }) => sum + duration, 0);
      seconds.set(part, (seconds.get(part) ?? 0) + milliseconds / 1000);
    }
    console.log('\n\nThe longest parts, in seconds of one worker:');
    for (const [part, time] of [...seconds].sort(([, a], [, b]) => b - a).slice(0, NAMED))
      console.log(`  ${Math.round(time)} ${part}`);
    const outcomes = (this.#suite?.allTests() ?? []).map((test) => test.outcome());
    const passed = outcomes.filter((outcome) => outcome === 'expected').length;
    const failed = outcomes.filter((outcome) => outcome === 'unexpected' || outcome === 'flaky').length;
    mkdirSync('test-results', { recursive: true });
    writeFileSync('test-results/counts.json', JSON.stringify({ passed, failed }));
  }
}
