import { newPlan } from '../plan.ts';
import { localDay } from '../days.ts';
import { PlanEditor } from './editor.ts';
import { wireFilters } from './filters.ts';
import { readStretch } from './read-stretch.ts';
import { doer } from '../../../utils/browser/place.ts';

/**
 * `<growth-plan>` makes a plan of a rendered stretch: its steps can be rewritten, checked off, and taken to paper, to
 * Markdown and to a calendar. This browser keeps all plans; one is active. `#side=<id>` in the address picks a
 * side.
 *
 * Without JavaScript all stretches with their steps are there to read.
 */
class GrowthPlan extends HTMLElement {
  #editor: PlanEditor | undefined;

  connectedCallback(): void {
    if (this.#editor !== undefined) return;
    const editor = new PlanEditor(this);
    this.#editor = editor;
    wireFilters(this);
    for (const article of this.querySelectorAll<HTMLElement>('.stretch'))
      doer(article, 'plan').addEventListener('click', () => {
        const now = new Date();
        editor.start(newPlan(readStretch(article), localDay(now), now.toISOString()));
      });
  }
}

customElements.define('growth-plan', GrowthPlan);
