import { printOnly } from '../../../components/site/browser/print-only.ts';
import { ToolElement } from '../../../components/tool/browser/tool-element.ts';
import { sideLabel } from '../../../course/sides.ts';
import { addUnder, idAt } from '../../../storage/slice.ts';
import { localDay } from '../../../utils/days.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { downloadFile } from '../../../utils/download.ts';
import { button, h } from '../../../utils/elements.ts';
import { countOf } from '../../../utils/count-of.ts';
import {
  activePlan,
  doneSteps,
  newPlan,
  planEvents,
  planMarkdown,
  planSpan,
  otherPlans,
  sideOf,
  stepSentence,
  takenUp,
  weekStart,
  withChange,
  withoutActive,
  withoutPlan,
  type PlanStretch,
} from '../plan.ts';
import { PLAN_WEEKS, slice, type Plan, type Plans } from '../slice.ts';

/** Number of stretches of a side that a phone shows at first. */
const MOST_ON_PHONE = 4;
/** What a reader sets for the whole plan. */
const FIELDS = ['start', 'time', 'weekday'] as const;
/**
 * `<growth-plan>` makes a plan of a rendered stretch. Its steps can be edited, checked off, printed, and downloaded as
 * Markdown or a calendar file. This browser stores all plans; one is active. `#side=<id>` in the address picks a side.
 *
 * Without JavaScript all stretches with their steps can be read.
 */
class GrowthPlan extends ToolElement<Plans> {
  protected readonly slice = slice;
  protected readonly notStored =
    'This browser does not let us keep your plan. Print or save it before you leave this page.';
  readonly #most = matchMedia('(width < 40rem)').matches ? MOST_ON_PHONE : Infinity;
  /** Id of the plan that is shown. Another tab may make another plan active. */
  #id: string | undefined;

  protected override wire(): void {
    for (const article of this.findAll('.stretch'))
      actionButton(article, 'plan').addEventListener('click', () => {
        const now = new Date();
        this.#start(newPlan(readStretch(article), localDay(now), now.toISOString()));
      });
    this.#wireFilters();
    this.orderWeekdays(this.find('#plan-weekday'));
    this.#wirePlan();
    this.on('print', () => printOnly(this.find('.paper-plan')));
    this.on('markdown', () =>
      this.#withPlan((plan) => {
        downloadFile(`growth-plan-${localDay(new Date())}.md`, 'text/markdown', planMarkdown(plan));
        this.say('The plan is in your downloads.');
      }),
    );
    this.on('calendar', () =>
      this.#withPlan((plan, id) =>
        this.calendar(
          'growth-plan',
          planEvents(id, plan, location.href.replace(/[#?].*/, '')),
          'Four events, one a week, are in your downloads. Open the file with your calendar.',
        ),
      ),
    );
  }

  protected override draw(): void {
    const all = this.#plans();
    const plan = activePlan(all);
    this.find('.plan-editor').hidden = plan === undefined;
    // The browser's own command prints it too, before the list.
    this.find('.paper-plan').replaceChildren(...(plan === undefined ? [] : paper(plan)));
    if (plan !== undefined) this.#show(plan);
    const lists = { aside: otherPlans(all, false), finished: otherPlans(all, true) };
    this.find('.other-plans').hidden = lists.aside.length + lists.finished.length === 0;
    for (const [name, plans] of Object.entries(lists)) {
      const group = this.find(`[data-list="${name}"]`);
      group.hidden = plans.length === 0;
      requireElement(group, 'ul').replaceChildren(...plans.map(([id, other]) => this.#item(id, other)));
    }
  }

  protected override follow(): void {
    const side = sideOf(location.hash);
    const named = document.getElementById(location.hash.slice(1));
    if (side !== undefined) this.#choose('side', side);
    else if (named?.matches('.stretch') === true && named.hidden) {
      // Clears the filters, so that the stretch of the address is visible.
      named.closest('.stretch-side')?.toggleAttribute('data-all', true);
      this.#choose('side', '');
      this.#choose('kind', '');
    } else return;
    this.#filter();
    (named ?? this.find('#choose')).scrollIntoView();
  }

  /** Shows the stretches of the chosen side and kind, on a narrow screen the first ones. Returns their number. */
  #filter(): number {
    const chosen = (name: string): string =>
      this.find<HTMLInputElement>(`.stretch-filters [name="${name}"]:checked`).value;
    const [side, kind] = [chosen('side'), chosen('kind')];
    let count = 0;
    for (const section of this.findAll('.stretch-side')) {
      const stretches = [...section.querySelectorAll<HTMLElement>('.stretch')];
      const fitting = stretches.filter(
        ({ dataset }) =>
          (side === '' || dataset['side'] === side) && (kind === '' || dataset['kind'] === kind),
      );
      const shown = new Set(section.hasAttribute('data-all') ? fitting : fitting.slice(0, this.#most));
      for (const stretch of stretches) stretch.hidden = !shown.has(stretch);
      section.hidden = fitting.length === 0;
      actionButton(section, 'more').hidden = shown.size === fitting.length;
      count += fitting.length;
    }
    return count;
  }

  #choose(name: string, value: string): void {
    this.find<HTMLInputElement>(`.stretch-filters [name="${name}"][value="${value}"]`).checked = true;
  }

  #wireFilters(): void {
    const filters = this.find('.stretch-filters');
    for (const section of this.findAll('.stretch-side'))
      actionButton(section, 'more').addEventListener('click', () => {
        section.toggleAttribute('data-all', true);
        const next = section.querySelector<HTMLElement>('.stretch[hidden] summary');
        this.#filter();
        next?.focus();
      });
    this.#filter();
    filters.addEventListener('change', () => {
      const shown = this.#filter();
      requireElement(filters, '[role="status"]').textContent =
        `${countOf(shown, 'stretch', 'stretches')} to choose from.`;
      const side = this.find<HTMLInputElement>('[name="side"]:checked').value;
      const address = side === '' ? location.pathname + location.search : `#side=${side}`;
      history.replaceState(history.state, '', address);
    });
  }

  #wirePlan(): void {
    for (const key of FIELDS) {
      const input = this.find<HTMLInputElement>(`#plan-${key}`);
      input.addEventListener('change', () => {
        const { value } = input;
        // Empty or incomplete values are not stored; the field returns to its last value.
        if (value === '') this.draw();
        else this.#edit(() => ({ [key]: key === 'weekday' ? Number(value) : value }));
      });
    }
    this.findAll('[data-week]').forEach((week, index) => {
      // On every input, so that unfinished text is stored even if the reader leaves the page.
      week.addEventListener('input', ({ target }) => {
        const { dataset, value, checked } = target as HTMLInputElement;
        const changed = dataset['half'] === undefined ? { done: checked } : { [dataset['half']]: value };
        this.#edit(({ steps }) => ({
          steps: steps.map((step, place) => (place === index ? { ...step, ...changed } : step)),
        }));
      });
    });
    this.on('finish', () =>
      this.#leave(new Date().toISOString(), 'is finished. Well done. It stays in the list of your plans.'),
    );
    this.on('aside', () =>
      this.#leave(undefined, 'is put aside. You can take it up again from the list of your plans.'),
    );
  }

  /** All plans. The active one is the plan that is shown, as long as it exists. */
  #plans(): Plans {
    const { active, plans } = this.data;
    if (this.#id === undefined || !Object.hasOwn(plans, this.#id)) this.#id = active;
    return { active: this.#id, plans };
  }

  /** Acts on the plan that is shown, if there is one. */
  #withPlan<Result>(act: (plan: Plan, id: string) => Result): Result | undefined {
    const { active: id, plans } = this.#plans();
    const plan = plans[id ?? ''];
    return id === undefined || plan === undefined ? undefined : act(plan, id);
  }

  /** Makes a plan active and puts the previous one aside. */
  #start(plan: Plan): void {
    const before = activePlan(this.#plans());
    void this.change(
      (all) => {
        const added = addUnder(all.plans, idAt('g', plan.at), plan);
        this.#id = added.id;
        return { active: added.id, plans: added.items };
      },
      `Your plan is ready.${before === undefined ? '' : ` "${before.title}" is put aside.`}`,
    );
    this.find('#plan').focus();
  }

  #edit(change: (plan: Plan) => Partial<Plan>): void {
    void this.#withPlan(async (before, id) => {
      const at = new Date().toISOString();
      const isStored = await this.change((all) => withChange(all, id, change, at));
      const after = activePlan(this.#plans());
      if (isStored && after && doneSteps(after) === PLAN_WEEKS && doneSteps(before) < PLAN_WEEKS)
        this.say('All four steps are done. Finish the plan when you like.');
    });
  }

  #leave(finished: string | undefined, done: string): void {
    this.#withPlan(({ title }, id) => {
      this.#id = undefined;
      void this.change((all) => {
        const left = finished === undefined ? all : withChange(all, id, () => ({ finished }), finished);
        return withoutActive(left, id);
      }, `"${title}" ${done}`);
    });
    this.find('#other-plans').focus();
  }

  #show(plan: Plan): void {
    this.find('[data-place="plan-name"]').textContent = planName(plan);
    for (const key of FIELDS) this.find<HTMLInputElement>(`#plan-${key}`).value = String(plan[key]);
    this.findAll('[data-week]').forEach((week, index) => {
      const step = plan.steps[index];
      if (step === undefined) return;
      requireElement(week, '[data-from]').textContent = `From ${weekStart(plan, index)}`;
      requireElement<HTMLTextAreaElement>(week, '[data-half="if"]').value = step.if;
      requireElement<HTMLTextAreaElement>(week, '[data-half="then"]').value = step.then;
      requireElement<HTMLInputElement>(week, '[type="checkbox"]').checked = step.done;
    });
  }

  /** A plan that is put aside or finished, in its list. */
  #item(id: string, plan: Plan): HTMLLIElement {
    const action = (label: string, act: () => void): HTMLButtonElement =>
      button(label, act, { 'aria-label': `${label}: ${plan.title}` });
    const takeUp = action('Take up again', () => {
      this.#id = id;
      void this.change((all) => takenUp(all, id), `You are on "${plan.title}" again.`);
      this.find('#plan').focus();
    });
    const remove = action('Delete', () => {
      const others = this.find('.other-plans');
      this.erase(others, (all) => withoutPlan(all, id), `"${plan.title}" is deleted.`);
    });
    return h('li', {}, h('p', {}, planName(plan)), h('div', { class: 'tool-actions' }, takeUp, remove));
  }
}

const planName = (plan: Plan): string =>
  `${plan.title} · ${sideLabel(plan.side)} · ${doneSteps(plan)} of ${PLAN_WEEKS} done`;

const paper = (plan: Plan): HTMLElement[] => [
  h('h2', {}, plan.title),
  h('p', {}, planSpan(plan)),
  h(
    'ol',
    {},
    ...plan.steps.map((step, week) => {
      const from = `From ${weekStart(plan, week)}${step.done ? ' (done)' : ''}. `;
      return h('li', {}, h('strong', {}, from), stepSentence(step));
    }),
  ),
];

const textOf = (host: ParentNode, selector: string): string =>
  requireElement(host, selector).textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Reads a stretch from its rendered markup, so that the page contains its text once. */
const readStretch = (article: HTMLElement): PlanStretch => ({
  id: article.id,
  title: textOf(article, '[data-title]'),
  side: article.dataset['side'] ?? '',
  steps: [...article.querySelectorAll('ol > li')].map((item) => ({
    if: textOf(item, '[data-if]'),
    then: textOf(item, '[data-then]'),
  })),
});

customElements.define('growth-plan', GrowthPlan);
