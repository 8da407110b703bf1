import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { parse as parseGift, type TextFormat } from 'gift-pegjs';
import { DtdValidator, XmlDocument, XmlDtd, type XmlNode } from 'libxml2-wasm';
import { parse } from 'node-html-parser';

/** A question read from a question bank of any format; texts are HTML. */
export interface ReadQuestion {
  id: string;
  kind: 'single' | 'multiple' | 'sort' | 'recall';
  name: string;
  prompt: string;
  tags: string[];
  /** Answers with their values, or statements with their sides. */
  answers: { text: string; value: string; feedback: string }[];
  remark: string;
}

/** The plain text of HTML. */
export const textOf = (html: string): string => parse(html).textContent;

const node = (from: XmlNode, path: string, spaces?: Record<string, string>): string =>
  from.get(path, spaces)?.content ?? '';

/** Reads Moodle XML like Moodle's importer: only elements, without the text between them. */
export function readMoodle(xml: string): ReadQuestion[] {
  using document = XmlDocument.fromString(xml);
  return document.root.find('question[@type!="category"]').map((question): ReadQuestion => {
    const type = node(question, '@type');
    const single = node(question, 'single') === 'true';
    return {
      id: node(question, 'idnumber'),
      kind: type === 'match' ? 'sort' : type === 'essay' ? 'recall' : single ? 'single' : 'multiple',
      name: node(question, 'name/text'),
      prompt: node(question, 'questiontext[@format="html"]/text'),
      tags: question.find('tags/tag/text').map(({ content }) => content),
      answers: [
        ...question.find('answer').map((answer) => ({
          text: node(answer, 'text'),
          value: node(answer, '@fraction'),
          feedback: node(answer, 'feedback/text'),
        })),
        ...question.find('subquestion').map((part) => ({
          text: node(part, 'text'),
          value: node(part, 'answer/text'),
          feedback: '',
        })),
      ],
      remark: node(question, 'generalfeedback/text'),
    };
  });
}

const Q = { q: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2' };
const QTI_KIND: Record<string, ReadQuestion['kind']> = {
  multiple_choice_question: 'single',
  multiple_answers_question: 'multiple',
  matching_question: 'sort',
  essay_question: 'recall',
};

/** Points for a single answer by the rules of an item. For multiple answers, those of the rule for the whole set. */
function worth(item: XmlNode, response: string, ident: string): string {
  const equal = `q:varequal[@respident="${response}" and .="${ident}"]`;
  const rules = 'q:resprocessing/q:respcondition[q:setvar]/q:conditionvar';
  return item.get(`${rules}//*[not(self::q:not)]/${equal} | ${rules}/${equal}`, Q) === null
    ? 'wrong'
    : 'right';
}

/** Validates and reads an assessment in QTI 1.2. */
export function readQti(xml: string): ReadQuestion[] {
  using document = XmlDocument.fromString(xml);
  using dtd = XmlDtd.fromString(readFileSync('tests/fixtures/qti-1.2.dtd', 'utf8'));
  using validator = new DtdValidator(dtd);
  validator.validate(document);
  return document.find('//q:item', Q).map((item): ReadQuestion => {
    const field = (label: string): string[] =>
      item
        .find(`q:itemmetadata//q:qtimetadatafield[q:fieldlabel="${label}"]/q:fieldentry`, Q)
        .map(({ content }) => content);
    const feedback = (ident: string): string => node(item, `q:itemfeedback[@ident="${ident}"]//q:mattext`, Q);
    const kind = QTI_KIND[field('question_type')[0] ?? ''];
    if (kind === undefined) throw new Error(`No type: ${node(item, '@ident')}`);
    const responses = item.find('q:presentation/q:response_lid', Q);
    return {
      id: node(item, '@ident'),
      kind,
      name: node(item, '@title'),
      prompt: node(item, 'q:presentation/q:material/q:mattext', Q),
      tags: field('keyword'),
      answers: responses.flatMap((response) => {
        const name = node(response, '@ident');
        const options = response.find('q:render_choice/q:response_label', Q).map((label) => ({
          ident: node(label, '@ident'),
          text: node(label, 'q:material/q:mattext', Q),
        }));
        if (kind !== 'sort')
          return options.map(({ ident, text }) => ({
            text,
            value: worth(item, name, ident),
            feedback: feedback(`${ident}_fb`),
          }));
        const right = options.filter(({ ident }) => worth(item, name, ident) === 'right');
        return [
          {
            text: node(response, 'q:material/q:mattext', Q),
            // Canvas puts these into menus as plain text: instructure/canvas-lms, gems/plugins/qti_exporter,
            // lib/qti/associate_interaction.rb, get_canvas_matches.
            value: right.map(({ text }) => text.trim()).join(),
            feedback: '',
          },
        ];
      }),
      remark: feedback('general_fb'),
    };
  });
}

/** The files of a QTI package, and the assessments in its manifest. */
export function readPackage(zip: Uint8Array): { names: string[]; assessments: string[]; manifest: string } {
  const files = unzipSync(zip);
  const manifest = strFromU8(files['imsmanifest.xml'] ?? new Uint8Array());
  using document = XmlDocument.fromString(manifest);
  const spaces = { p: 'http://www.imsglobal.org/xsd/imscp_v1p1' };
  const named = document
    .find('//p:resource[@type="imsqti_xmlv1p2"]/p:file/@href', spaces)
    .map(({ content }) => content);
  return {
    names: Object.keys(files),
    assessments: named.map((name) => strFromU8(files[name] ?? new Uint8Array())),
    manifest,
  };
}

const html = (text: TextFormat | null): string => {
  if (text !== null && text.format !== 'html') throw new Error(`The format is "${text.format}".`);
  return text?.text ?? '';
};

const GIFT_KIND = { MC: 'single', Matching: 'sort', Essay: 'recall' } as const;

/** Reads GIFT with a third-party parser. */
export function readGift(text: string): ReadQuestion[] {
  return parseGift(text).flatMap((question): ReadQuestion[] => {
    if (question.type === 'Category' || question.type === 'Description') return [];
    if (!(question.type === 'MC' || question.type === 'Matching' || question.type === 'Essay'))
      throw new Error(`No question of ours is of the type "${question.type}".`);
    const choices = question.type === 'MC' ? question.choices : [];
    return [
      {
        id: question.id ?? '',
        kind: choices.some(({ weight }) => weight !== null) ? 'multiple' : GIFT_KIND[question.type],
        name: question.title ?? '',
        prompt: html(question.stem),
        tags: question.tags ?? [],
        answers:
          question.type === 'Matching'
            ? question.matchPairs.map(({ subquestion, subanswer }) => ({
                text: html(subquestion),
                value: subanswer,
                feedback: '',
              }))
            : choices.map((choice) => ({
                text: html(choice.text),
                value: String(choice.weight ?? (choice.isCorrect ? 100 : 0)),
                feedback: html(choice.feedback),
              })),
        remark: html(question.globalFeedback),
      },
    ];
  });
}
