import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { DtdValidator, XmlDocument, XmlDtd, type XmlNode } from 'libxml2-wasm';
import { parse } from 'node-html-parser';

/** A question as a reader of a bank finds it, whatever the format; texts are HTML. */
export interface ReadQuestion {
  id: string;
  kind: 'single' | 'multiple' | 'sort' | 'recall';
  name: string;
  prompt: string;
  tags: string[];
  /** Answers with what each is worth, or statements with the side they belong to. */
  answers: { text: string; value: string; feedback: string }[];
  remark: string;
}

/** The text of HTML, as a learner reads it. */
export const textOf = (html: string): string => parse(html).textContent;

const node = (from: XmlNode, path: string, spaces?: Record<string, string>): string =>
  from.get(path, spaces)?.content ?? '';

/** Reads Moodle XML as Moodle's importer does: by its elements, whatever stands between them. */
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

/** Points for an answer of its own, by the rules of an item; an option of several counts as the rule for all has it. */
function worth(item: XmlNode, response: string, ident: string): string {
  const equal = `q:varequal[@respident="${response}" and .="${ident}"]`;
  const rules = 'q:resprocessing/q:respcondition[q:setvar]/q:conditionvar';
  return item.get(`${rules}//*[not(self::q:not)]/${equal} | ${rules}/${equal}`, Q) === null
    ? 'wrong'
    : 'right';
}

/** Reads one assessment of QTI 1.2, once it is valid. */
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
            value: right.map(({ text }) => textOf(text)).join(),
            feedback: '',
          },
        ];
      }),
      remark: feedback('general_fb'),
    };
  });
}

/** The files of a QTI package that its manifest names. */
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

/** A sign of the format, or a character of a text: one that was escaped is text. */
type Token = [sign: string, marks: boolean];

const tokens = (text: string): Token[] =>
  [...text.matchAll(/\\([\\~=#{}:])|[\s\S]/gu)].map(([all, escaped]) =>
    escaped === undefined ? [all, /[~=#{}:]/.test(all)] : [escaped, false],
  );

const joined = (part: readonly Token[]): string =>
  part
    .map(([sign]) => sign)
    .join('')
    .trim();

/** Splits at a run of marks, once or wherever it stands. */
function split(text: readonly Token[], marks: string, most = Infinity): Token[][] {
  const parts: Token[][] = [[]];
  for (let place = 0; place < text.length; place += 1) {
    const found =
      parts.length < most &&
      [...marks].every((mark, index) => {
        const [sign, isMark] = text[place + index] ?? ['', false];
        return isMark && sign === mark;
      });
    const token = text[place];
    if (found) {
      parts.push([]);
      place += marks.length - 1;
    } else if (token !== undefined) parts.at(-1)?.push(token);
  }
  return parts;
}

/** Reads GIFT by its description (https://docs.moodle.org/en/GIFT_format), as far as our banks use it. */
export function readGift(text: string): ReadQuestion[] {
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.includes('::'))
    .map((block): ReadQuestion => {
      const lines = block.split('\n');
      const isComment = (line: string): boolean => line.trim().startsWith('//');
      const comment = lines.filter(isComment).join(' ');
      const source = lines
        .filter((line) => !isComment(line))
        .join('\n')
        .trim();
      const [, name = [], rest = []] = split(tokens(source), '::', 3);
      const [stem = [], inner = []] = split(rest, '{', 2);
      const [body = [], remark = []] = split(split(inner, '}', 2)[0] ?? [], '####', 2);
      const answers = split(
        body.flatMap((token): Token[] => (token[1] && token[0] === '=' ? [['~', true], token] : [token])),
        '~',
      ).slice(1);
      const kind =
        answers.length === 0
          ? 'recall'
          : body.every(([sign, mark]) => !mark || sign === '=')
            ? 'sort'
            : body.some(([sign, mark]) => mark && sign === '=')
              ? 'single'
              : 'multiple';
      const format = (html: string): string => {
        const [, named, value = html] = /^\[(html|plain|moodle|markdown)\]([\s\S]*)$/.exec(html) ?? [];
        if (named !== undefined && named !== 'html') throw new Error(`The format is "${named}".`);
        return value;
      };
      return {
        id: /\[id:([^\]]*)\]/.exec(comment)?.[1] ?? '',
        kind,
        name: joined(name),
        prompt: format(joined(stem)),
        tags: [...comment.matchAll(/\[tag:([^\]]*)\]/g)].map(([, tag = '']) => tag),
        answers: answers.map((answer) => {
          if (kind === 'sort') {
            const [statement = '', side = ''] = joined(answer.slice(1)).split('->', 2);
            return { text: format(statement.trim()), value: side.trim(), feedback: '' };
          }
          const [option = [], feedback = []] = split(answer, '#', 2);
          const right = option[0]?.[1] === true && option[0][0] === '=';
          const weighed = /^%(-?[\d.]+)%([\s\S]*)$/.exec(joined(option));
          return {
            text: format(weighed?.[2] ?? joined(right ? option.slice(1) : option)),
            value: weighed?.[1] ?? (right ? '100' : '0'),
            feedback: format(joined(feedback)),
          };
        }),
        remark: joined(remark),
      };
    });
}
