import { expect, test } from 'vitest';
import { realCourse } from '../../../tests/fixtures/real-course.ts';
import { sidesLabel, type CaseData } from './kind.ts';
import { tweeFile } from './twee.ts';

/** Reads a story as Twee 3 says: passages by name, with their tags and text. */
function readTwee(file: string): Map<string, { tags: string[]; text: string }> {
  const passages = file.split(/^::\s*/m).slice(1);
  return new Map(
    passages.map((passage) => {
      const [head = '', ...lines] = passage.split('\n');
      const [, id = '', tags = ''] = /^((?:\\.|[^[{\\])+?)\s*(?:\[([^\]]*)\])?\s*$/.exec(head) ?? [];
      const text = lines.join('\n').trim().replace(/^\\/gm, '');
      return [id.replace(/\\(.)/g, '$1'), { tags: tags.split(' '), text }];
    }),
  );
}

const cases = realCourse().entries.flatMap(({ kind, data, path }) =>
  kind === 'case' ? [{ path, data: data as CaseData }] : [],
);

test.skipIf(cases.length === 0)(
  'a story has every scene, outcome and ending, and its links lead where the choices lead',
  () => {
    for (const { path, data } of cases) {
      const file = tweeFile(data, sidesLabel, path, 'Free to adapt.');
      expect(file).toBe(tweeFile(data, sidesLabel, path, 'Free to adapt.'));
      const story = readTwee(file);
      expect(story.get('StoryTitle')?.text).toBe(data.title);
      const about = JSON.parse(story.get('StoryData')?.text ?? '{}') as Record<string, string>;
      expect(about['ifid']).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-A[0-9A-F]{3}-[0-9A-F]{12}$/);
      expect(about['start']).toBe(data.start);
      const linksOf = (id: string): string[] =>
        [...(story.get(id)?.text ?? '').matchAll(/\[\[.+?->(.+?)\]\]/g)].map(([, to = '']) => to);
      for (const { id, choices, text } of data.scenes) {
        expect(story.get(id)?.text).toContain(text.trim());
        expect(linksOf(id)).toEqual(choices.map((choice) => `${id}.${choice.id}`));
        for (const choice of choices) {
          expect(story.get(`${id}.${choice.id}`)?.text).toContain(choice.outcome.trim());
          expect(linksOf(`${id}.${choice.id}`)).toEqual([choice.to]);
        }
      }
      for (const { id, cost } of data.endings) {
        expect(story.get(id)).toMatchObject({ tags: ['ending'] });
        expect(story.get(id)?.text).toContain(cost);
      }
      expect(new Set([...story.keys()].flatMap(linksOf)).isSubsetOf(new Set(story.keys()))).toBe(true);
    }
  },
);
