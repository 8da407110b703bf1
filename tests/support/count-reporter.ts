import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter';

/** Number of slowest tests to list. */
const NAMED = 10;

/** Total seconds of all runs of a test. */
const secondsOf = ({ results }: TestCase): number =>
  results.reduce((sum, { duration }) => sum + duration, 0) / 1000;

/** The file, line and title of a test. */
const nameOf = ({ location, title }: TestCase): string =>
  `${relative('tests', location.file)}:${location.line} ${title}`;

/**
 * Writes the numbers of passed and failed tests to test-results/counts.json, and lists the slowest tests, and those that
 * passed only on a further try.
 */
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
      console.log(`  ${Math.round(secondsOf(test))} ${nameOf(test)}`);
    const flaky = tests.filter((test) => test.outcome() === 'flaky');
    if (flaky.length > 0) console.log('\nPassed only on a further try:');
    for (const test of flaky) console.log(`  ${nameOf(test)}`);
    const passed = flaky.length + tests.filter((test) => test.outcome() === 'expected').length;
    const unexpected = tests.filter((test) => test.outcome() === 'unexpected').length;
    // A run that was interrupted, or failed outside of its tests, counts as a failure.
    const failed = unexpected + this.#errors || (status === 'passed' ? 0 : 1);
    mkdirSync('test-results', { recursive: true });
    writeFileSync('test-results/counts.json', JSON.stringify({ passed, failed }));
  }
}
