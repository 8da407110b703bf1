import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter';

/** Number of slowest tests to list. */
const NAMED = 10;

/** Total seconds of all runs of a test. */
const secondsOf = ({ results }: TestCase): number =>
  results.reduce((sum, { duration }) => sum + duration, 0) / 1000;

/** Writes the numbers of passed and failed tests to test-results/counts.json, and lists the slowest tests. */
export default class CountReporter implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  /** Counts errors outside of tests. */
  onError(): void {
    this.#errors += 1;
  }

  onEnd({ status }: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    console.log('\n\nThe longest tests, in seconds:');
    for (const test of tests.toSorted((a, b) => secondsOf(b) - secondsOf(a)).slice(0, NAMED))
      console.log(
        `  ${Math.round(secondsOf(test))} ${relative('tests', test.location.file)}:${test.location.line} ${test.title}`,
      );
    const outcomes = tests.map((test) => test.outcome());
    const passed = outcomes.filter((outcome) => outcome === 'expected').length;
    const unexpected = outcomes.filter((outcome) => outcome === 'unexpected' || outcome === 'flaky').length;
    // A run that was interrupted, or failed outside of its tests, counts as a failure.
    const failed = unexpected + this.#errors || (status === 'passed' ? 0 : 1);
    mkdirSync('test-results', { recursive: true });
    writeFileSync('test-results/counts.json', JSON.stringify({ passed, failed }));
  }
}
