import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { readStore } from '../../../storage/browser/store.ts';
import { requireElement } from '../../../utils/dom.ts';
import { stepsSlice, type Did } from '../../../storage/steps.ts';
import { waitingSteps } from '../session.ts';

/**
 * `<step-report>`: asks about the step of one lesson (`[data-step]`) and keeps the report on this device. Hidden
 * without a step to ask about, and without JavaScript.
 */
class StepReport extends HTMLElement {
  connectedCallback(): void {
    const steps = [...this.querySelectorAll<HTMLElement>('[data-step]')];
    const [step] = waitingSteps(readStore().lessons, readSlice(stepsSlice), new Date()).flatMap((id) =>
      steps.filter(({ dataset }) => dataset['step'] === id),
    );
    if (step === undefined) return;
    this.hidden = step.hidden = false;
    const form = requireElement<HTMLFormElement>(this, 'form');
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const did = requireElement<HTMLInputElement>(form, 'input:checked').value as Did;
      const note = requireElement<HTMLTextAreaElement>(form, 'textarea').value.trim();
      const stored = await changeSlice(stepsSlice, (reports) => [
        ...reports,
        {
          at: new Date().toISOString(),
          lesson: step.dataset['step'] ?? '',
          did,
          ...(note === '' ? {} : { note }),
        },
      ]);
      form.hidden = stored;
      requireElement(this, '[data-kept]').hidden = !stored;
      const status = requireElement(this, '[role=status]');
      status.textContent = stored
        ? 'Kept on this device.'
        : 'This browser does not let us keep it. Copy what you wrote before you leave this page.';
      // The focused button is gone, so the focus moves to the note.
      status.tabIndex = -1;
      status.focus();
    });
  }
}

customElements.define('step-report', StepReport);
