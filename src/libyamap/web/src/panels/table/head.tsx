/** The table's heading: a click on a column sorts by it, another the other way round. */

import type { VNode } from 'preact';
import { useApp } from '../context';
import { Icon } from '../icon';
import type { Column } from './columns';

/** Columns whose greatest values are what one looks for first. */
const LARGEST_FIRST: ReadonlySet<Column> = new Set(['when', 'confirmed', 'origins']);

export function TableHead(): VNode {
  const { chrome, speech } = useApp();
  const { t } = speech.value;
  const { order, columns } = chrome.workbench;
  const { column: by, descending } = order.value;
  const sort = (column: Column) => {
    order.value = { column, descending: column === by ? !descending : LARGEST_FIRST.has(column) };
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.value.map((column) => (
          <th key={column} scope="col" aria-sort={column === by ? (descending ? 'descending' : 'ascending') : 'none'}>
            <button type="button" title={t('web.table.sort', { column: t(`web.table.column.${column}`) })} onClick={() => sort(column)}>
              <span>{t(`web.table.column.${column}`)}</span>
              {column === by && <Icon name={descending ? 'down' : 'up'} />}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
