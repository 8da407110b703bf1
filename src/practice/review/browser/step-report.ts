import { ToolElement } from '../../../components/tool/browser/tool-element.ts';
import { readStore } from '../../../storage/browser/store.ts';
import { stepsSlice, type Did, type StepReport as Report } from '../../../storage/slices.ts';
import { waitingSteps } from '../session.ts';

/**
 * `<step-report>`: asks about the step of one lesson (`[data-step]`) and keeps the report on this device. Hidden
 * without a step to ask about, and without JavaScript.
 */
class StepReport extends ToolElement<Report[]> {
  protected readonly slice = stepsSlice;
  protected readonly notStored =
    'This browser does not let us keep it. Copy what you wrote before you leave this page.';
  /** The step that is asked about, until the page is left. */
  #step: HTMLElement | undefined;

  protected override wire(): void {
    const form = this.find<HTMLFormElement>('form');
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const note = this.find<HTMLTextAreaElement>('textarea').value.trim();
      const report: Report = {
        at: new Date().toISOString(),
        lesson: this.#step?.dataset['step'] ?? '',
        did: this.find<HTMLInputElement>('input:checked').value as Did,
        ...(note === '' ? {} : { note }),
      };
      form.hidden = await this.change((reports) => [...reports, report], 'Kept on this device.');
      this.find('[data-kept]').hidden = !form.hidden;
      // The focused button is gone, so the focus moves to the note.
      this.find('[data-place="said"]').focus();
    });
  }

  protected override draw(): void {
    if (this.#step !== undefined) return;
    const steps = this.findAll('[data-step]');
    const [step] = waitingSteps(readStore().lessons, this.data, new Date()).flatMap((id) =>
      steps.filter(({ dataset }) => dataset['step'] === id),
    );
    if (step === undefined) return;
    this.#step = step;
    this.hidden = step.hidden = false;
  }
}

customElements.define('step-report', StepReport);
