import { isRight } from '../rating.ts';
import { inOrder, type Answered } from '../session.ts';
import { verdictOf } from '../words.ts';

/** What was answered, with the question's words and the address of the passage that explains it. */
export interface AnsweredHere extends Answered {
  prompt: string;
  passage: string;
}

/** The list of what was answered, the most useful to look at again first; each leads to its passage. */
export function summaryList(answers: readonly AnsweredHere[], now: Date): HTMLUListElement {
  const list = document.createElement('ul');
  list.className = 'review-answers';
  list.setAttribute('role', 'list');
  list.append(
    ...inOrder(answers).map((answer) => {
      const item = document.createElement('li');
      item.dataset['verdict'] = isRight(answer.result) ? 'right' : 'wrong';
      const verdict = document.createElement('strong');
      verdict.textContent = verdictOf(answer, now);
      const link = document.createElement('a');
      link.href = answer.passage;
      link.textContent = answer.prompt;
      item.append(link, document.createElement('br'), verdict);
      return item;
    }),
  );
  return list;
}
