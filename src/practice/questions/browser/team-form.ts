import { announce } from '../../../utils/browser/announce.ts';
import { copyText } from '../../../utils/browser/clipboard.ts';
import { doer, place } from '../../../utils/browser/place.ts';
import { printOnly } from '../../../components/site/browser/print-only.ts';

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
