import type { CaseData } from './kind.ts';
import { AT_WORK, sidesLabel } from './words.ts';

// Twee 3 (https://github.com/iftechfoundation/twine-specs/blob/master/twee-3-specification.md): a passage starts with "::".

/** A name or a line of text, so that none of its characters is read as a mark of Twee. */
const name = (text: string): string => text.replace(/[\\[\]{}]/g, '\\$&');
const prose = (text: string): string => text.trim().replace(/^(::|\\)/gm, '\\$1');
/** Marks of links cannot be escaped in a link's text. */
const words = (text: string): string => text.replace(/\[\[|\]\]|->|<-|\|/g, ' ');

/** An IFID for a case: a UUID made from its address, so that two builds write the same. */
function ifid(address: string): string {
  let seed = 0x811c9dc5;
  const digits = Array.from({ length: 32 }, (_, index) => {
    for (const letter of `${address}${index}`)
      seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return (seed >>> 28).toString(16);
  }).join('');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5').toUpperCase();
}

/** A case as a story for Twine: a passage for each scene, outcome and ending, and one for the debrief. */
export function tweeFile(
  { title, role, people, start, scenes, endings, documents, debrief }: CaseData,
  address: string,
  credit: string,
): string {
  const passage = (id: string, tags: string, text: string): string =>
    `:: ${name(id)}${tags === '' ? '' : ` [${tags}]`}\n${text.trim()}\n`;
  const paper = (id: string | undefined): string => {
    const found = documents.find((each) => each.id === id);
    return found === undefined ? '' : `\n\n${prose(`${found.title}\n\n${found.text}`)}`;
  };
  const opening = [role, ...people.map(({ name: who, about }) => `${who}, ${about}`)].map(prose).join('\n\n');
  const data = { ifid: ifid(address), format: 'Harlowe', 'format-version': '3.3.9', start };
  return [
    passage('StoryTitle', '', prose(title)),
    passage('StoryData', '', JSON.stringify(data, null, 2)),
    ...scenes.flatMap((scene) => [
      passage(
        scene.id,
        'scene',
        `${scene.id === start ? `${opening}\n\n` : ''}${prose(scene.title)}\n\n${prose(scene.text)}${paper(scene.document)}\n\n${scene.choices
          .map((choice) => `[[${words(choice.text)}->${scene.id}.${choice.id}]]`)
          .join('\n')}`,
      ),
      ...scene.choices.map((choice) =>
        passage(`${scene.id}.${choice.id}`, 'outcome', `${prose(choice.outcome)}\n\n[[Go on->${choice.to}]]`),
      ),
    ]),
    ...endings.map((ending) =>
      passage(
        ending.id,
        'ending',
        `${prose(ending.title)}\n\n${prose(ending.text)}\n\n${prose(ending.cost)}\n\n[[What each choice was->Debrief]]`,
      ),
    ),
    passage(
      'Debrief',
      '',
      [
        ...scenes.flatMap(({ choices }) =>
          choices.map(({ text, sides, why }) => prose(`${text} ${sidesLabel(sides)}. ${why}`)),
        ),
        ...debrief.questions.map(prose),
        AT_WORK,
        ...debrief.atWork.map(prose),
        prose(debrief.judgment),
        prose(credit),
      ].join('\n\n'),
    ),
  ].join('\n');
}
