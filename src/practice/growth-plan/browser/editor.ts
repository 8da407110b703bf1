import { formatAsOf } from '../../../utils/dates.ts';
import { addDays } from '../../../utils/days.ts';
import { sideLabel } from '../../../course/sides.ts';
import {
  doneSteps,
  type Plan,
  activePlan,
  finishedPlans,
  putAside,
  takenUp,
  upToDate,
  withChange,
  withoutActive,
  withoutPlan,
  type Plans,
  PLAN_WEEKS,
  growthPlanSlice,
} from '../plan.ts';
import { addUnder, idAt } from '../../../storage/merge-both.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';
import { wireOutput } from './output.ts';

type PlanAction = (id: string, plan: Plan) => void;

const NOT_STORED =
  'This browser does not let us keep your plan. Print or save it before you leave this page.';

/** The form of the active plan and the list of other plans. */
export class PlanEditor {
  readonly #host: HTMLElement;
  readonly #root: HTMLElement;
  /** Id of the plan that is shown. Another tab may make another plan active. */
  #id: string | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#root = requireElement(host, '[data-place="plan"]');
    this.#wire();
    wireOutput(
      host,
      () => {
        const all = this.#plans();
        const plan = activePlan(all);
        return plan === undefined ? undefined : [all.active ?? '', plan];
      },
      (message) => {
        this.#say(message);
      },
    );
    subscribe(() => {
      this.#draw();
    });
  }

  /** Makes a plan active and puts the previous one aside. */
  start(plan: Plan): void {
    const before = activePlan(this.#plans());
    this.#change(
      (all) => {
        const added = addUnder(all.plans, idAt('g', plan.at), plan);
        this.#id = added.id;
        return { active: added.id, plans: added.items };
      },
      before === undefined ? 'Your plan is ready.' : `Your plan is ready. "${before.title}" is put aside.`,
    );
    requireElement(this.#root, '#plan').focus();
  }

  /** All plans. The active one is the plan that is shown, as long as it exists. */
  #plans(): Plans {
    const { active, plans } = readSlice(growthPlanSlice);
    if (this.#id === undefined || !Object.hasOwn(plans, this.#id)) this.#id = active;
    return { active: this.#id, plans };
  }

  #say(message: string): void {
    requireElement(this.#host, '[data-place="said"]').textContent = message;
  }

  /** Changes the plans and says so. Returns whether the change could be stored. */
  async #change(change: (all: Plans) => Plans, done = ''): Promise<boolean> {
    const here = readSlice(growthPlanSlice);
    const stored = changeSlice(growthPlanSlice, (all) => change(upToDate(all, here)));
    this.#draw();
    this.#say((await stored) ? done : NOT_STORED);
    return stored;
  }

  /** Changes the plan that is shown. */
  async #edit(change: (plan: Plan) => Partial<Plan>): Promise<void> {
    const { active: id, plans } = this.#plans();
    if (id === undefined) return;
    const before = plans[id];
    const at = new Date().toISOString();
    const stored = this.#change((all) => withChange(all, id, change, at));
    const after = activePlan(this.#plans());
    if (!(await stored) || before === undefined || after === undefined) return;
    if (doneSteps(after) === PLAN_WEEKS && doneSteps(before) < PLAN_WEEKS)
      this.#say('All four steps are done. Finish the plan when you like.');
  }

  #wire(): void {
    const on = (selector: string, change: (input: HTMLInputElement) => Partial<Plan>): void => {
      const input = requireElement<HTMLInputElement>(this.#root, selector);
      input.addEventListener('change', () => {
        // Empty or incomplete values are not stored; the field returns to its last value.
        if (input.value !== '') this.#edit(() => change(input));
        else this.#draw();
      });
    };
    on('#plan-start', ({ value }) => ({ start: value }));
    on('#plan-time', ({ value }) => ({ time: value }));
    on('#plan-weekday', ({ value }) => ({ weekday: Number(value) }));
    this.#weeks().forEach((week, index) => {
      // On every input, so that unfinished text is stored even if the reader leaves the page.
      week.addEventListener('input', (event) => {
        const input = event.target as HTMLInputElement;
        const { half } = input.dataset;
        this.#edit(({ steps }) => ({
          steps: steps.map((step, place) => {
            if (place !== index) return step;
            if (half === 'if' || half === 'then') return { ...step, [half]: input.value };
            return { ...step, done: input.checked };
          }),
        }));
      });
    });
    actionButton(this.#root, 'finish').addEventListener('click', () => {
      this.#leave(new Date().toISOString(), 'is finished. Well done. It stays in the list of your plans.');
    });
    actionButton(this.#root, 'aside').addEventListener('click', () => {
      this.#leave(undefined, 'is put aside. You can take it up again from the list of your plans.');
    });
  }

  #leave(finished: string | undefined, done: string): void {
    const all = this.#plans();
    const plan = activePlan(all);
    const { active: id } = all;
    if (plan === undefined || id === undefined) return;
    this.#id = undefined;
    this.#change(
      (stored) =>
        withoutActive(
          finished === undefined ? stored : withChange(stored, id, () => ({ finished }), finished),
          id,
        ),
      `"${plan.title}" ${done}`,
    );
    requireElement(this.#host, '#other-plans').focus();
  }

  #weeks(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[data-week]')];
  }

  #draw(): void {
    const all = this.#plans();
    const plan = activePlan(all);
    this.#root.hidden = plan === undefined;
    if (plan !== undefined) this.#show(plan);
    showOthers(
      requireElement(this.#host, '[data-place="others"]'),
      all,
      (id, { title }) => {
        this.#id = id;
        this.#change((now) => takenUp(now, id), `You are on "${title}" again.`);
        requireElement(this.#root, '#plan').focus();
      },
      (id, { title }) => {
        if (!confirm(`Delete "${title}" for good?`)) return;
        this.#change((now) => withoutPlan(now, id), `"${title}" is deleted.`);
        requireElement(this.#host, this.#others() ? '#other-plans' : '#choose').focus();
      },
    );
  }

  #others(): boolean {
    return !requireElement(this.#host, '[data-place="others"]').hidden;
  }

  #show(plan: Plan): void {
    requireElement(this.#root, '[data-place="plan-name"]').textContent =
      `${plan.title} · ${sideLabel(plan.side)} · ${doneSteps(plan)} of ${PLAN_WEEKS} done`;
    const set = (selector: string, value: string): void => {
      requireElement<HTMLInputElement>(this.#root, selector).value = value;
    };
    set('#plan-start', plan.start);
    set('#plan-time', plan.time);
    set('#plan-weekday', String(plan.weekday));
    this.#weeks().forEach((week, index) => {
      const step = plan.steps[index];
      if (step === undefined) return;
      requireElement(week, '[data-from]').textContent = `From ${formatAsOf(addDays(plan.start, 7 * index))}`;
      requireElement<HTMLTextAreaElement>(week, '[data-half="if"]').value = step.if;
      requireElement<HTMLTextAreaElement>(week, '[data-half="then"]').value = step.then;
      requireElement<HTMLInputElement>(week, '[type="checkbox"]').checked = step.done;
    });
  }
}

/** Lists the plans that are put aside and those that are finished. */
function showOthers(root: HTMLElement, all: Plans, takeUp: PlanAction, remove: PlanAction): void {
  const lists = { aside: putAside(all), finished: finishedPlans(all) };
  root.hidden = lists.aside.length + lists.finished.length === 0;
  const action = (label: string, act: PlanAction, id: string, plan: Plan): HTMLButtonElement =>
    button(
      label,
      () => {
        act(id, plan);
      },
      { 'aria-label': `${label}: ${plan.title}` },
    );
  for (const [name, plans] of Object.entries(lists)) {
    const group = requireElement(root, `[data-list="${name}"]`);
    group.hidden = plans.length === 0;
    requireElement(group, 'ul').replaceChildren(
      ...plans.map(([id, plan]) =>
        h(
          'li',
          {},
          h('p', {}, `${plan.title} · ${sideLabel(plan.side)} · ${doneSteps(plan)} of ${PLAN_WEEKS} done`),
          h(
            'div',
            { class: 'tool-actions' },
            action('Take up again', takeUp, id, plan),
            action('Delete', remove, id, plan),
          ),
        ),
      ),
    );
  }
}
