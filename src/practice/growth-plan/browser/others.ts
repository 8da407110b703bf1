import { sideLabel } from '../../../course/sides.ts';
import { doneSteps, type Plan } from '../plan.ts';
import { finishedPlans, putAside, type Plans } from '../plans.ts';
import { PLAN_WEEKS } from '../weeks.ts';
import { button } from '../../../utils/browser/controls.ts';
import { place } from '../../../utils/browser/place.ts';

type Act = (id: string, plan: Plan) => void;

/** Lists the plans that are put aside and those that are finished. */
export function showOthers(root: HTMLElement, all: Plans, takeUp: Act, remove: Act): void {
  const lists = { aside: putAside(all), finished: finishedPlans(all) };
  root.hidden = lists.aside.length + lists.finished.length === 0;
  for (const [name, plans] of Object.entries(lists)) {
    const group = place(root, `[data-list="${name}"]`);
    group.hidden = plans.length === 0;
    place(group, 'ul').replaceChildren(
      ...plans.map(([id, plan]) => {
        const item = document.createElement('li');
        const title = document.createElement('p');
        title.textContent = `${plan.title} · ${sideLabel(plan.side)} · ${doneSteps(plan)} of ${PLAN_WEEKS} done`;
        const actions = document.createElement('div');
        actions.className = 'tool-actions';
        for (const [label, act] of [
          ['Take up again', takeUp],
          ['Delete', remove],
        ] as const) {
          const made = button(label, () => {
            act(id, plan);
          });
          made.setAttribute('aria-label', `${label}: ${plan.title}`);
          actions.append(made);
        }
        item.append(title, actions);
        return item;
      }),
    );
  }
}
