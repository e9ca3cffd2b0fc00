/** The panel: what is chosen at its start side, the page as it would be beside it, the file at its foot. */

import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Common } from '../exporting';
import { useApp } from '../panels/context';
import { useExport } from './context';
import { Fields } from './fields';
import { Foot } from './foot';
import { FormField } from './form-field';
import { Page } from './page';
import { useWords } from './words';

export function ExportDialog({ dialog: Dialog }: { readonly dialog: Common['Dialog'] }): VNode {
  const t = useWords();
  return (
    <Dialog name="export" title={t('export.ui.title')}>
      <Panel />
    </Dialog>
  );
}

function Panel(): VNode {
  const { speech } = useApp();
  const desk = useExport();
  useEffect(() => {
    desk.begin();
    return desk.leave;
  }, [desk]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void desk.save();
  };
  return (
    <form class="ly-export" lang={speech.value.lang} noValidate onSubmit={submit}>
      <div class="ly-export-fields">
        <FormField />
        <Fields />
      </div>
      <Page />
      <Foot />
    </form>
  );
}
