import { fileSize } from '../../../utils/file-size.ts';
import {
  isPackageFormat,
  choiceOf,
  choiceQuery,
  SCORE,
  scoreOf,
  type LinkedChoice,
} from '../package-choice.ts';
import { requireElement } from '../../../utils/dom.ts';
import { downloadFile } from '../../../utils/download.ts';

/**
 * `<package-builder data-parts data-site>` around a form: makes a package of the chosen lessons on the reader's device,
 * from the parts at `data-parts`. Nothing is sent. `data-site` is the address of the published site.
 * The query of the address contains the choice, so that it can be linked: `?lessons=k8qm.p3rt&score=80&format=cmi5`.
 */
class PackageBuilder extends HTMLElement {
  connectedCallback(): void {
    const form = requireElement<HTMLFormElement>(this, 'form');
    this.#restore();
    form.addEventListener('input', () => {
      history.replaceState(history.state, '', `?${choiceQuery(this.#choice)}#own`);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#make();
    });
  }

  #say(message: string): void {
    requireElement(this, '[role="status"]').textContent = message;
  }

  get #choice(): LinkedChoice {
    const data = new FormData(requireElement<HTMLFormElement>(this, 'form'));
    const format = String(data.get('format'));
    return {
      lessons: data.getAll('lesson').map(String),
      score: scoreOf(String(data.get('score'))),
      scoresCompletion: data.has('completion'),
      format: isPackageFormat(format) ? format : undefined,
    };
  }

  /** Restores the choice from the address, without lessons that this page lacks. */
  #restore(): void {
    const choice = choiceOf(location.search);
    if (choice === undefined) return;
    const boxes = [...this.querySelectorAll<HTMLInputElement>('[name="lesson"]')];
    if (boxes.some(({ value }) => choice.lessons.includes(value)))
      for (const box of boxes) box.checked = choice.lessons.includes(box.value);
    requireElement<HTMLInputElement>(this, '[name="score"]').value = String(choice.score ?? '');
    requireElement<HTMLInputElement>(this, '[name="completion"]').checked = choice.scoresCompletion === true;
    if (choice.format !== undefined)
      requireElement<HTMLInputElement>(this, `[name="format"][value="${choice.format}"]`).checked = true;
  }

  /** Shows a problem and focuses its field. */
  #refuse(message: string, name: string): void {
    this.#say(message);
    requireElement<HTMLInputElement>(this, `[name="${name}"]`).focus();
  }

  async #make(): Promise<void> {
    const { format, ...choice } = this.#choice;
    const title = requireElement<HTMLInputElement>(this, '[name="title"]').value.trim();
    const score = requireElement<HTMLInputElement>(this, '[name="score"]');
    if (format === undefined) return;
    if (choice.lessons.length === 0) {
      this.#refuse('Choose at least one lesson.', 'lesson');
      return;
    }
    if (title === '') {
      this.#refuse('Give the package a title.', 'title');
      return;
    }
    if (choice.score === undefined && (score.value !== '' || score.validity.badInput)) {
      this.#refuse(`A passing score is a whole number from ${SCORE.least} to ${SCORE.most}.`, 'score');
      return;
    }
    if (choice.scoresCompletion === true && choice.score !== undefined) {
      this.#refuse(
        'Leave the passing score empty if completion is the score: it would be reached by reading.',
        'score',
      );
      return;
    }
    this.#say('Making the package …');
    try {
      const [answer, { unzipSync }, { chosenPackage }, { zip }] = await Promise.all([
        fetch(this.dataset['parts'] ?? ''),
        import('fflate'),
        import('../package-files.ts'),
        import('../../../utils/zip.ts'),
      ]);
      if (!answer.ok) throw new Error(`The parts are not there: ${answer.status}`);
      const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      const chosen = { ...choice, format, title };
      const { name, files, updated } = chosenPackage(parts, chosen, this.dataset['site'] ?? '');
      const file = zip(Object.entries(files), updated);
      downloadFile(name, 'application/zip', file);
      this.#say(`${name} is made: ${fileSize(file.length)}. Upload it to your learning system as it is.`);
    } catch (error) {
      this.#say(
        error instanceof RangeError
          ? error.message
          : 'The package could not be made. Check the connection and try again.',
      );
    }
  }
}

customElements.define('package-builder', PackageBuilder);
