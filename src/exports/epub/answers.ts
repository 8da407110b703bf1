import type { HTMLElement } from 'node-html-parser';

/** What stands before an answer's feedback carries its number, which the list gives by itself. */
const withoutNumber = (label: string): string => label.replace(/^\d+\. /, '');

function answersOf(question: HTMLElement): string {
  const options = question.querySelectorAll('.options > li').map((option) => option.innerHTML.trim());
  const details = question.querySelector('details');
  const answers = details?.querySelectorAll('.answers > li').map((answer, index) => {
    const label = answer.querySelector('strong');
    const verdict = withoutNumber(label?.innerHTML ?? '');
    label?.remove();
    const option = options[index];
    return `<li>${option === undefined ? '' : `<span class="option">${option}</span> `}<strong>${verdict}</strong> ${answer.innerHTML.trim()}</li>`;
  });
  const list = options.length > 0 ? 'ol' : 'ul';
  const [before = '', after = ''] = (details?.innerHTML ?? '')
    .replace(/<summary>.*?<\/summary>/s, '')
    .split(/<ul class="answers">.*<\/ul>/s);
  return `${before}<${list}>${answers?.join('') ?? ''}</${list}>${after}`;
}

/**
 * Takes the answers out of the questions and leaves a link to each; the questions become plain text.
 * @returns the answers as a section for the end of the chapter; empty where there are none
 */
export function takeAnswers(content: HTMLElement): string {
  const answers = content.querySelectorAll('check-question').map((question) => {
    const { id } = question;
    const heading = question.querySelector('h3');
    const answer = `<div id="${id}-answer"><h3>${heading?.innerHTML ?? ''}</h3>${answersOf(question)}<p><a class="back" href="#${id}" role="doc-backlink">Back to the question</a></p></div>`;
    question.querySelector('details')?.replaceWith(`<p><a href="#${id}-answer">Answer and feedback</a></p>`);
    const options = question.querySelector('.options');
    if (options !== null) options.tagName = 'ol';
    question.tagName = 'div';
    return answer;
  });
  return answers.length === 0
    ? ''
    : `<section id="answers" class="answers" aria-labelledby="answers-title"><h2 id="answers-title">Answers and feedback</h2>${answers.join('')}</section>`;
}
