import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseKind, type CaseData } from './kind.ts';

const FOLDER = 'src/content/cases';
const read = (name: string): CaseData =>
  caseKind.schema.parse(parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));
const names = readdirSync(FOLDER);

/** Walks by the numbers of the choices until an ending. Returns its id and the number of decisions. */
function walk({ scenes, endings }: CaseData, numbers: readonly number[]): { ending: string; steps: number } {
  let place = scenes[0];
  for (let steps = 0; place !== undefined; steps += 1) {
    const { choices } = place;
    const to = choices[(numbers[steps] ?? 0) % choices.length]?.to ?? '';
    if (endings.some(({ id }) => id === to)) return { ending: to, steps: steps + 1 };
    place = scenes.find(({ id }) => id === to);
  }
  throw new Error('A choice led nowhere.');
}

test.each(names)('%s: every walk ends within five decisions, and each ending is reached', (name) => {
  const data = read(name);
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.nat(11), { minLength: 5, maxLength: 5 }), (numbers) => {
      const { ending, steps } = walk(data, numbers);
      reached.add(ending);
      return steps <= 5;
    }),
    { numRuns: 1_000 },
  );
  expect([...reached].sort()).toEqual(data.endings.map(({ id }) => id).sort());
});

test('a case whose ways do not work is refused with the remedy', () => {
  const messages = (change: (data: CaseData) => void): string => {
    const data = structuredClone(read(names[0] ?? ''));
    change(data);
    const result = caseKind.schema.safeParse(data);
    return (result.error?.issues ?? []).map(({ message }) => message).join('\n');
  };
  const choice = (data: CaseData, scene: number) => data.scenes[scene]?.choices[0];
  expect(messages(() => undefined)).toBe('');
  expect(messages((data) => Object.assign(choice(data, 0) ?? {}, { to: 'nowhere' }))).toContain(
    'would lead nowhere or in a circle',
  );
  expect(messages((data) => Object.assign(choice(data, 1) ?? {}, { to: data.scenes[0]?.id }))).toContain(
    'in a circle',
  );
  expect(
    messages((data) => {
      for (const scene of data.scenes)
        for (const one of scene.choices)
          if (one.to === data.endings[0]?.id) one.to = data.endings[1]?.id ?? '';
    }),
  ).toContain('nobody reaches');
  expect(messages((data) => Object.assign(choice(data, 0) ?? {}, { to: data.endings[0]?.id }))).toContain(
    'decisions. Remedy',
  );
  expect(messages((data) => Object.assign(data.scenes[0] ?? {}, { document: 'none' }))).toContain(
    'there is no document',
  );
  expect(messages((data) => Object.assign(data.scenes[0] ?? {}, { text: 'Short.' }))).toContain(
    'words. Remedy',
  );
});
