import { announce } from '../announce.ts';
import { copyText } from '../clipboard.ts';
import { doer, place } from '../place.ts';
import { printOnly } from '../print-only.ts';

/** The buttons of the team's form. */
export function wireTeamForm(host: HTMLElement): void {
  const form = place(host, '.team-feedback');
  doer(form, 'print-form').addEventListener('click', () => {
    printOnly('team-feedback');
  });
  doer(form, 'copy-form').addEventListener('click', () => {
    const area = place<HTMLTextAreaElement>(form, 'textarea');
    void copyText(area.value).then((copied) => {
      if (!copied) {
        place<HTMLDetailsElement>(form, 'details').open = true;
        area.select();
      }
      announce(copied ? 'The form is copied.' : 'This browser does not let us copy. The text is selected.');
    });
  });
}
