import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter';

/** How many of the longest tests are named. */
const NAMED = 10;

/** Seconds that all runs of a test took together. */
const secondsOf = ({ results }: TestCase): number =>
  results.reduce((sum, { duration }) => sum + duration, 0) / 1000;

/** Writes the numbers of passed and failed tests to test-results/counts.json, and names the longest tests. */
export default class CountReporter implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  /** An error outside of any test. */
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
    // A run that was stopped, or that failed outside of its tests, counts as a failure too.
    const failed = unexpected + this.#errors || (status === 'passed' ? 0 : 1);
    mkdirSync('test-results', { recursive: true });
    writeFileSync('test-results/counts.json', JSON.stringify({ passed, failed }));
  }
}
