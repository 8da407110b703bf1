import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from '@playwright/test';

test.skip(process.platform === 'win32', 'the fake npm is a Unix shell script');

/** Runs the audit with a fake npm that gives an answer. */
function audit(answer: unknown, env: Record<string, string> = {}, registry = 'https://registry.npmjs.org/') {
  const folder = mkdtempSync(join(tmpdir(), 'npm-'));
  try {
    const npm = join(folder, 'npm');
    writeFileSync(
      npm,
      `#!/bin/sh\nif [ "$1" = config ]; then echo '${registry}'; else echo '${JSON.stringify(answer)}'; fi\n`,
    );
    chmodSync(npm, 0o755);
    return spawnSync(process.execPath, ['scripts/audit.mjs'], {
      encoding: 'utf8',
      env: {
        ...process.env,
        GITHUB_ACTIONS: '',
        ...env,
        PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
      },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const found = (high: number, critical: number) => ({
  metadata: { vulnerabilities: { moderate: 2, high, critical, total: high + critical + 2 } },
});
const UNANSWERED = { message: '405 Method Not Allowed', method: 'POST' };

test('the audit fails for high and critical vulnerabilities, and not for others', () => {
  expect(audit(found(0, 0)).status).toBe(0);
  expect(audit(found(1, 0)).status).toBe(1);
  const critical = audit(found(0, 1));
  expect(critical.status).toBe(1);
  expect(critical.stdout).toContain('1 critical, 0 high, 3 total');
});

test('without an answer the audit passes and reports what it skipped, but on GitHub it fails', () => {
  const offline = audit(UNANSWERED);
  expect(offline.status).toBe(0);
  expect(offline.stdout).toMatch(/^Skipped: known vulnerabilities .* were NOT checked/m);
  const onGitHub = { GITHUB_ACTIONS: 'true' };
  expect(audit(UNANSWERED, onGitHub).status).toBe(1);
  expect(audit(UNANSWERED, onGitHub, 'https://mirror.example/npm/').status, 'a mirror may not answer').toBe(
    0,
  );
  expect(audit(found(0, 0), onGitHub).status).toBe(0);
});
