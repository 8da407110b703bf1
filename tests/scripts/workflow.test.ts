import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the workflow uses actions by their commit, whose version is named beside it', () => {
  const workflow = readFileSync('.github/workflows/pages.yml', 'utf8');
  const uses = workflow.match(/uses: .*/g) ?? [];
  expect(uses.length).toBeGreaterThan(0);
  for (const use of uses) expect(use).toMatch(/^uses: [\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
});
