import type { Question } from '../../course/types.ts';
import { choicesOf } from '../../course/questions.ts';
import { zip } from '../../utils/zip.ts';
import { comment, element, xmlDocument, type Markup } from '../../utils/xml.ts';
import { paragraph, type Bank, type BankLesson, type BankQuestion } from './bank.ts';
import { LICENSE } from '../../site.ts';

/**
 * A bank as QTI 1.2 in an IMS content package, the version that Canvas' migration tool reads. The names of the types of
 * questions are those of Canvas; others go by the structure, which is the specification's
 * (https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html).
 */
export function qtiFiles(bank: Bank): Map<string, string> {
  const files = new Map(bank.lessons.map((lesson) => [`${lesson.id}.xml`, assessment(lesson, bank.notice)]));
  return new Map([['imsmanifest.xml', manifest(bank)], ...files]);
}

export const qtiPackage = (bank: Bank, updated: Date): Uint8Array<ArrayBuffer> =>
  zip(qtiFiles(bank), updated);

const TYPE = {
  single: 'multiple_choice_question',
  multiple: 'multiple_answers_question',
  sort: 'matching_question',
  recall: 'essay_question',
} as const;

const material = (html: string): Markup =>
  element('material', element('mattext', { texttype: 'text/html' }, html));

const field = (label: string, entry: string): Markup =>
  element('qtimetadatafield', element('fieldlabel', label), element('fieldentry', entry));

const label = (ident: string, content: Markup): Markup => element('response_label', { ident }, content);

/** Plain text, for the menus of matching: Canvas shows them as they are, with their tags. */
const plain = (text: string): Markup =>
  element('material', element('mattext', { texttype: 'text/plain' }, text));

const equals = (respident: string, ident: string): Markup => element('varequal', { respident }, ident);

/** A rule: where the condition holds, points are given and feedback is shown; the next rules are read all the same. */
const rule = (
  condition: readonly Markup[],
  { points, add = false, feedback }: { points?: string; add?: boolean; feedback?: string },
): Markup =>
  element(
    'respcondition',
    { continue: 'Yes' },
    element('conditionvar', ...condition),
    points === undefined
      ? undefined
      : element('setvar', { varname: 'SCORE', action: add ? 'Add' : 'Set' }, points),
    feedback === undefined
      ? undefined
      : element('displayfeedback', { feedbacktype: 'Response', linkrefid: feedback }),
  );

interface Parts {
  responses: Markup[];
  rules: Markup[];
  feedback: Markup[];
}

const shownFeedback = (ident: string, html: string): Markup =>
  element('itemfeedback', { ident }, element('flow_mat', material(html)));

function choice(question: Extract<Question, { kind: 'single' | 'multiple' }>): Parts {
  const options = question.options.map((option, index) => ({ ...option, ident: `a${index + 1}` }));
  const right = options.map(({ ident, correct }) =>
    correct ? equals('response1', ident) : element('not', equals('response1', ident)),
  );
  const [only] = options.filter(({ correct }) => correct);
  return {
    responses: [
      element(
        'response_lid',
        { ident: 'response1', rcardinality: question.kind === 'single' ? 'Single' : 'Multiple' },
        element(
          'render_choice',
          { shuffle: 'Yes' },
          ...options.map(({ ident, text }) => label(ident, material(paragraph(text)))),
        ),
      ),
    ],
    rules: [
      ...options.map(({ ident }) => rule([equals('response1', ident)], { feedback: `${ident}_fb` })),
      rule(
        question.kind === 'single' ? [equals('response1', only?.ident ?? '')] : [element('and', ...right)],
        { points: '100' },
      ),
    ],
    feedback: options.map(({ ident, feedback }) => shownFeedback(`${ident}_fb`, paragraph(feedback))),
  };
}

function sort(question: Extract<Question, { kind: 'sort' }>): Parts {
  const { statements } = question;
  const points = (100 / statements.length).toFixed(2);
  return {
    responses: statements.map(({ text }, index) =>
      element(
        'response_lid',
        { ident: `response_s${index + 1}`, rcardinality: 'Single' },
        material(paragraph(text)),
        element('render_choice', ...choicesOf(question).map(({ id, label: name }) => label(id, plain(name)))),
      ),
    ),
    rules: statements.map(({ side }, index) =>
      rule([equals(`response_s${index + 1}`, side)], { points, add: true }),
    ),
    feedback: [],
  };
}

const recall: Parts = {
  responses: [
    element(
      'response_str',
      { ident: 'response1', rcardinality: 'Single' },
      element('render_fib', { rows: '10' }, element('response_label', { ident: 'answer1' })),
    ),
  ],
  rules: [],
  feedback: [],
};

function partsOf(question: Question): Parts {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return choice(question);
    case 'sort':
      return sort(question);
    case 'recall':
      return recall;
  }
}

function item({ question, name, tags, remark }: BankQuestion): Markup {
  const { responses, rules, feedback } = partsOf(question);
  return element(
    'item',
    { ident: question.id, title: name },
    element(
      'itemmetadata',
      element(
        'qtimetadata',
        field('question_type', TYPE[question.kind]),
        field('points_possible', '1'),
        ...tags.map((tag) => field('keyword', tag)),
        field('license', LICENSE.spdx),
      ),
    ),
    element('presentation', material(paragraph(question.prompt)), ...responses),
    element(
      'resprocessing',
      element(
        'outcomes',
        element('decvar', { maxvalue: '100', minvalue: '0', varname: 'SCORE', vartype: 'Decimal' }),
      ),
      rule([element('other')], { feedback: 'general_fb' }),
      ...rules,
    ),
    ...feedback,
    shownFeedback('general_fb', remark),
  );
}

const assessment = ({ id, title, questions }: BankLesson, notice: string): string =>
  xmlDocument(
    element(
      'questestinterop',
      { xmlns: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2' },
      element(
        'assessment',
        { ident: id, title },
        element('qtimetadata', field('cc_maxattempts', 'unlimited'), field('license', LICENSE.spdx)),
        element('section', { ident: 'root_section' }, ...questions.map(item)),
      ),
    ),
    comment(notice),
  );

const manifest = ({ title, notice, lessons }: Bank): string => {
  const string = (text: string): Markup => element('imsmd:langstring', { 'xml:lang': 'en-US' }, text);
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: 'blueprint-and-build-questions',
        xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
        'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_v1p2',
      },
      element(
        'metadata',
        element('schema', 'IMS Content'),
        element('schemaversion', '1.1.3'),
        element(
          'imsmd:lom',
          element('imsmd:general', element('imsmd:title', string(`Check questions: ${title}`))),
          element(
            'imsmd:rights',
            element(
              'imsmd:copyrightandotherrestrictions',
              element('imsmd:source', string('LOMv1.0')),
              element('imsmd:value', string('yes')),
            ),
            element('imsmd:description', string(notice)),
          ),
        ),
      ),
      element('organizations'),
      element(
        'resources',
        ...lessons.map(({ id }) =>
          element(
            'resource',
            { identifier: id, type: 'imsqti_xmlv1p2', href: `${id}.xml` },
            element('file', { href: `${id}.xml` }),
          ),
        ),
      ),
    ),
  );
};
