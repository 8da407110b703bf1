import type { HTMLElement } from 'node-html-parser';
import { escapeHtml } from '../../utils/escape.ts';

/** Removes the mark of a label, because the list has marks. */
const withoutMark = (label: string): string => label.replace(/^\w+\. /, '');

function answersOf(question: HTMLElement): string {
  const options = question.querySelectorAll('.options > li').map((option) => option.innerHTML.trim());
  const details = question.querySelector('details');
  const answers = details?.querySelectorAll('.answers > li').map((answer, index) => {
    const label = answer.querySelector('strong');
    const verdict = withoutMark(label?.innerHTML ?? '');
    label?.remove();
    const option = options[index];
    return `<li>${option === undefined ? '' : `<span class="option">${option}</span> `}<strong>${verdict}</strong> ${answer.innerHTML.trim()}</li>`;
  });
  const list = options.length > 0 ? 'ol' : 'ul';
  // As in the list of options.
  const letters = question.querySelector('.options[type]') === null ? '' : ' type="A"';
  const [before = '', after = ''] = (details?.innerHTML ?? '')
    .replace(/<summary>.*?<\/summary>/s, '')
    .split(/<ol class="answers">.*<\/ol>/s);
  return `${before}<${list}${letters}>${answers?.join('') ?? ''}</${list}>${after}`;
}

/**
 * Replaces the answers in the questions with links; the questions become plain text.
 * @returns the answers as a section for the end of the chapter; empty if there are none
 */
export function takeAnswers(content: HTMLElement): string {
  const answers = content.querySelectorAll('check-question').map((question) => {
    const { id } = question;
    const heading = question.querySelector('h3');
    const answer = `<div id="${id}-answer"><h3>${heading?.innerHTML ?? ''}</h3>${answersOf(question)}<p><a class="back" href="#${id}" role="doc-backlink">Back to the question</a></p></div>`;
    question.querySelector('details')?.replaceWith(`<p><a href="#${id}-answer">Answer and feedback</a></p>`);
    question.tagName = 'div';
    return answer;
  });
  return answers.length === 0
    ? ''
    : `<section id="answers" class="answers" aria-labelledby="answers-title"><h2 id="answers-title">Answers and feedback</h2>${answers.join('')}</section>`;
}

/**
 * Replaces the receipts of facts in the text with numbered links.
 * @returns the receipts as a section for the end of the chapter; empty if there are none
 */
export function takeNotes(content: HTMLElement): string {
  const labels = new Map<string, string>();
  const notes = content.querySelectorAll('button.receipt').map((button) => {
    const id = button.getAttribute('popovertarget') ?? '';
    const receipt = content.getElementById(id);
    const known = labels.get(id);
    const label = known ?? `${button.text.trim()} ${labels.size + 1}`;
    labels.set(id, label);
    const text = receipt?.innerHTML ?? '';
    receipt?.remove();
    // A fact that a paragraph states twice has one note, which leads back to the first place.
    const place = known === undefined ? ` id="${id}-ref"` : '';
    button.replaceWith(
      ` <a class="receipt"${place} href="#${id}" epub:type="noteref" role="doc-noteref">${escapeHtml(label)}</a>`,
    );
    return known === undefined
      ? `<li id="${id}">${text} <a class="back" href="#${id}-ref" role="doc-backlink">Back to “${escapeHtml(label)}”</a></li>`
      : '';
  });
  return notes.length === 0
    ? ''
    : `<section id="notes" class="notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="notes-title"><h2 id="notes-title">Notes on the facts</h2><ol>${notes.join('')}</ol></section>`;
}
