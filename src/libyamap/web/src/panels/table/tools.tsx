/** What stands above the table: how much it holds, which columns, and its copy for a spreadsheet. */

import type { TargetedFocusEvent, VNode } from 'preact';
import type { Drawn } from '../../selection';
import { useApp } from '../context';
import { Icon } from '../icon';
import { COLUMNS, type Column, type Writing } from './columns';
import { spreadsheet } from './rows';

export function TableTools({ rows, writing }: { readonly rows: readonly Drawn[]; readonly writing: Writing }): VNode {
  const { actions, chrome, speech } = useApp();
  const { t } = speech.value;
  const { columns } = chrome.workbench;
  const copy = () => void actions.copy(spreadsheet(rows, columns.value, writing), 'web.table.copied');
  return (
    <div class="ly-table-tools">
      <p class="ly-hint">{t('web.table.count', { n: rows.length })}</p>
      <ColumnChooser />
      <button type="button" class="ly-button" onClick={copy}>
        <Icon name="copy" />
        {t('web.table.copy')}
      </button>
    </div>
  );
}

function ColumnChooser(): VNode {
  const { chrome, speech } = useApp();
  const { t } = speech.value;
  const { columns } = chrome.workbench;
  const toggle = (column: Column) => {
    const { value: shown } = columns;
    columns.value = COLUMNS.filter((one) => (one === column ? !shown.includes(one) : shown.includes(one)));
  };
  const leave = (event: TargetedFocusEvent<HTMLDetailsElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) event.currentTarget.open = false;
  };
  return (
    <details class="ly-menu" onFocusOut={leave}>
      <summary class="ly-button">
        <Icon name="columns" />
        {t('web.table.columns')}
      </summary>
      <fieldset tabIndex={-1}>
        <legend class="ly-unseen">{t('web.table.columns')}</legend>
        {COLUMNS.slice(1).map((column) => (
          <label key={column} class="ly-check">
            <input type="checkbox" checked={columns.value.includes(column)} onChange={() => toggle(column)} />
            <span>{t(`web.table.column.${column}`)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
