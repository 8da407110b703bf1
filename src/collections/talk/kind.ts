import { z } from 'zod';
import { fault, id, several, text, uniqueIds } from '../../course/schemas/common.ts';
import { heading, list, paragraph, strong } from '../../utils/markdown.ts';
import { didYouMean } from '../../utils/nearest.ts';
import { basis, BASIS, claims, COMMON, concepts, kindContent, lesson, next, summary } from '../entry.ts';

const person = z.strictObject({
  id: id('a short id of the person'),
  name: text('a first name or a role'),
  about: text('who the person is, in a few words'),
});
const said = z.strictObject({ who: id('the id of a person'), says: text('what the person says') });

const schema = z
  .strictObject({
    title: text('the title of the talk'),
    summary,
    situation: text('the scene in two or three sentences'),
    people: several(person, 2, 4).superRefine(uniqueIds),
    wrong: several(said, 6, 10),
    wrongWhy: text('why it went wrong'),
    right: several(said, 8, 14),
    rightWhy: text('why this goes better'),
    whenNot: text('when this is the wrong talk'),
    lines: several(text('the start of a sentence to make one’s own'), 4, 7),
    yours: several(text('a question that leads to the reader’s own case'), 3, 3),
    claims,
    basis,
    lesson,
    concepts,
    next,
    ...COMMON,
  })
  .superRefine(({ people, wrong, right }, context) => {
    for (const [field, lines] of Object.entries({ wrong, right }))
      lines.forEach(({ who }, index) => {
        if (people.some((one) => one.id === who)) return;
        const known = people.map((one) => one.id);
        const remedy = didYouMean(
          who,
          known,
          `write one of ${known.join(', ')}, or add the person to people.`,
        );
        fault(context, [field, index, 'who'], `"${who}" is nobody in the talk. Remedy: ${remedy}`);
      });
  });
export type TalkData = z.infer<typeof schema>;

/** Who says what, with names for the ids. */
export const dialogue = ({ people }: TalkData, lines: TalkData['wrong']): { name: string; says: string }[] =>
  lines.map(({ who, says }) => ({ name: people.find((one) => one.id === who)?.name ?? who, says }));

/** Headings of the page by id; its files have the same. */
export const parts = {
  wrong: 'As it goes wrong',
  right: 'As it can go',
  'when-not': 'When this is the wrong talk',
  lines: 'Lines to make your own',
  yours: 'Your own case',
} as const;

/** `src/content/talks/<slug>.yaml`: a talk as it goes wrong and as it can go. */
export const talk = kindContent<TalkData>({
  extension: 'yaml',
  schema,
  about:
    'Hard and everyday talks, word by word: as each goes wrong, as it can go, why, and lines to make your own.',
  // Two who speak.
  sign: '<path class="side-1-area" d="M6 4h50v24H24l-8 8v-8H6z"/><path class="side-2-area" d="M40 34h50v18H80v4l-6-4H40z"/>',
  parts,
  markdown: (data) => {
    const spoken = (lines: TalkData['wrong']) =>
      dialogue(data, lines).map(({ name, says }) => paragraph(strong(`${name}:`), ` ${says}`));
    return [
      paragraph(data.situation),
      list(data.people.map(({ name, about }) => [strong(name), `, ${about}`])),
      heading(2, parts.wrong),
      ...spoken(data.wrong),
      paragraph(strong('Why.'), ` ${data.wrongWhy}`),
      heading(2, parts.right),
      ...spoken(data.right),
      paragraph(strong('Why.'), ` ${data.rightWhy}`),
      paragraph(BASIS[data.basis]),
      heading(2, parts['when-not']),
      paragraph(data.whenNot),
      heading(2, parts.lines),
      list(data.lines.map((line) => [line])),
      heading(2, parts.yours),
      list(
        data.yours.map((question) => [question]),
        true,
      ),
    ];
  },
});
