import { formatAsOf } from '../../../utils/dates.ts';
import { addDays } from '../days.ts';
import { sideLabel } from '../../../course/sides.ts';
import { doneSteps, type Plan } from '../plan.ts';
import {
  activePlan,
  takenUp,
  upToDate,
  withActive,
  withoutActive,
  withoutPlan,
  type Plans,
} from '../plans.ts';
import { PLAN_WEEKS } from '../weeks.ts';
import { growthPlanSlice } from '../slice.ts';
import { addUnder, idAt } from '../../../storage/keep-both.ts';
import { changeSlice, readSlice } from '../../../storage/browser/personal-part.ts';
import { doer, place } from '../../../utils/browser/place.ts';
import { showOthers } from './others.ts';
import { wireOutput } from './output.ts';

const NOT_STORED =
  'This browser does not let us keep your plan. Print or save it before you leave this page.';

/** The form of the active plan, with the list of the other ones. */
export class PlanEditor {
  readonly #host: HTMLElement;
  readonly #root: HTMLElement;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#root = place(host, '[data-place="plan"]');
    this.#wire();
    wireOutput(
      host,
      () => {
        const all = readSlice(growthPlanSlice);
        const plan = activePlan(all);
        return plan === undefined ? undefined : [all.active ?? '', plan];
      },
      (message) => {
        this.#say(message);
      },
    );
    this.#draw();
  }

  /** Makes a plan the active one; the one that was is put aside. */
  start(plan: Plan): void {
    const before = activePlan(readSlice(growthPlanSlice));
    this.#change(
      (all) => {
        const added = addUnder(all.plans, idAt('g', plan.at), plan);
        return { active: added.id, plans: added.items };
      },
      before === undefined ? 'Your plan is ready.' : `Your plan is ready. "${before.title}" is put aside.`,
    );
    place(this.#root, '#plan').focus();
  }

  #say(message: string): void {
    place(this.#host, '[data-place="said"]').textContent = message;
  }

  #change(change: (all: Plans) => Plans, done = ''): void {
    const here = readSlice(growthPlanSlice);
    const stored = changeSlice(growthPlanSlice, (all) => change(upToDate(all, here)));
    this.#draw();
    this.#say(stored ? done : NOT_STORED);
  }

  /** Changes the active plan as it is shown. */
  #edit(change: (plan: Plan) => Partial<Plan>): void {
    const all = readSlice(growthPlanSlice);
    const plan = activePlan(all);
    if (plan === undefined || all.active === undefined) return;
    const { active } = all;
    const edited = { ...plan, ...change(plan), at: new Date().toISOString() };
    this.#change(
      (stored) => withActive(stored, active, edited),
      doneSteps(edited) === PLAN_WEEKS && doneSteps(plan) < PLAN_WEEKS
        ? 'All four steps are done. Finish the plan when you like.'
        : '',
    );
  }

  #wire(): void {
    const on = (selector: string, change: (input: HTMLInputElement) => Partial<Plan>): void => {
      const input = place<HTMLInputElement>(this.#root, selector);
      input.addEventListener('change', () => {
        // What is empty or half typed is not kept: the plan goes on with what it had.
        if (input.value !== '') this.#edit(() => change(input));
        else this.#draw();
      });
    };
    on('#plan-start', ({ value }) => ({ start: value }));
    on('#plan-time', ({ value }) => ({ time: value }));
    on('#plan-weekday', ({ value }) => ({ weekday: Number(value) }));
    this.#weeks().forEach((week, index) => {
      // At each key, so that what is typed is kept even where the page is left in the middle of it.
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
    doer(this.#root, 'finish').addEventListener('click', () => {
      this.#leave(new Date().toISOString(), 'is finished. Well done. It stays in the list of your plans.');
    });
    doer(this.#root, 'aside').addEventListener('click', () => {
      this.#leave(undefined, 'is put aside. You can take it up again from the list of your plans.');
    });
  }

  #leave(finished: string | undefined, done: string): void {
    const plan = activePlan(readSlice(growthPlanSlice));
    if (plan === undefined) return;
    this.#change((all) => withoutActive(all, finished), `"${plan.title}" ${done}`);
    place(this.#host, '#other-plans').focus();
  }

  #weeks(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[data-week]')];
  }

  #draw(): void {
    const all = readSlice(growthPlanSlice);
    const plan = activePlan(all);
    this.#root.hidden = plan === undefined;
    if (plan !== undefined) this.#show(plan);
    showOthers(
      place(this.#host, '[data-place="others"]'),
      all,
      (id, { title }) => {
        this.#change((now) => takenUp(now, id), `You are on "${title}" again.`);
        place(this.#root, '#plan').focus();
      },
      (id, { title }) => {
        if (!confirm(`Delete "${title}" for good?`)) return;
        this.#change((now) => withoutPlan(now, id), `"${title}" is deleted.`);
        place(this.#host, this.#others() ? '#other-plans' : '#choose').focus();
      },
    );
  }

  #others(): boolean {
    return !place(this.#host, '[data-place="others"]').hidden;
  }

  #show(plan: Plan): void {
    place(this.#root, '[data-place="plan-name"]').textContent =
      `${plan.title} · ${sideLabel(plan.side)} · ${doneSteps(plan)} of ${PLAN_WEEKS} done`;
    const set = (selector: string, value: string): void => {
      place<HTMLInputElement>(this.#root, selector).value = value;
    };
    set('#plan-start', plan.start);
    set('#plan-time', plan.time);
    set('#plan-weekday', String(plan.weekday));
    this.#weeks().forEach((week, index) => {
      const step = plan.steps[index];
      if (step === undefined) return;
      place(week, '[data-from]').textContent = `From ${formatAsOf(addDays(plan.start, 7 * index))}`;
      place<HTMLTextAreaElement>(week, '[data-half="if"]').value = step.if;
      place<HTMLTextAreaElement>(week, '[data-half="then"]').value = step.then;
      place<HTMLInputElement>(week, '[type="checkbox"]').checked = step.done;
    });
  }
}
