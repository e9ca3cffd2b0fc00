/** What is shown as a table, linked with the map both ways. Only the rows in sight are drawn. */

import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isPlaced } from '../../lookup';
import type { Drawn } from '../../selection';
import { useApp } from '../context';
import { EmptyReason } from '../empty-reason';
import { useDrawn } from '../listed';
import { usePointing } from '../pointing';
import { FeatureSymbol } from '../symbol';
import { cellOf, WIDTHS, type Column, type Writing } from './columns';
import { TableHead } from './head';
import { inSight, sorted } from './rows';
import { TableTools } from './tools';

/** Height of a row and of the heading in CSS pixels, as the style has them. */
const ROW = 34;
const BEYOND = 8;

export function Table(): VNode {
  const { actions, chrome, lookup, selected, speech } = useApp();
  const drawn = useDrawn();
  const { order, columns } = chrome.workbench;
  const scroll = useRef<HTMLDivElement>(null);
  const name = useId();
  const writing: Writing = useMemo(() => ({ speech: speech.value, lookup }), [speech.value, lookup]);
  const rows = useMemo(() => sorted(drawn, order.value, writing), [drawn, order.value, writing]);
  const [active, setActive] = useState<string | null>(selected.value);
  const [first, last] = useSight(scroll, rows.length);
  const indexOf = (id: string | null) => rows.findIndex(({ feature }) => feature.id === id);
  const at = indexOf(active);

  const reveal = (index: number) => {
    const { current: box } = scroll;
    if (!box || index < 0) return;
    const top = index * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + 2 * ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * ROW - box.clientHeight;
  };
  // Refs, not state: a reader's own scrolling must not be undone by a change of anything else.
  useLayoutEffect(() => {
    if (selected.value) setActive(selected.value);
    reveal(indexOf(selected.value));
  }, [selected.value, rows]);
  useEffect(() => reveal(indexOf(chrome.hovered.value)), [chrome.hovered.value]);

  const go = (index: number) => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (!row) return;
    setActive(row.feature.id);
    chrome.pointed.value = [row.feature.id];
    reveal(rows.indexOf(row));
  };
  const choose = (id: string, fly: boolean) => actions.open(id, { fly, stay: true });
  const press = (event: TargetedKeyboardEvent<HTMLTableElement>) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW) - 2);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows.length - 1 };
    const step = steps[event.key];
    if (step !== undefined) go(step);
    else if (event.key === 'Enter' && active) actions.open(active);
    else if (event.key === ' ' && active) choose(active, true);
    else return;
    event.preventDefault();
  };

  if (rows.length === 0) {
    return (
      <div class="ly-evidence">
        <EmptyReason />
      </div>
    );
  }
  const width = columns.value.reduce((sum, column) => sum + WIDTHS[column], 0);
  return (
    <div class="ly-table">
      <TableTools rows={rows} writing={writing} />
      <div class="ly-table-scroll" ref={scroll}>
        <table
          role="grid"
          aria-label={speech.value.t('web.table.label')}
          aria-rowcount={rows.length + 1}
          aria-activedescendant={at >= first && at < last ? `${name}-${active}` : undefined}
          tabIndex={0}
          style={{ minWidth: `${width}px` }}
          onKeyDown={press}
          onFocus={(event) => event.target === event.currentTarget && at < 0 && go(first)}
          onBlur={() => (chrome.pointed.value = [])}
        >
          <colgroup>
            {columns.value.map((column) => (
              <col key={column} style={{ width: `${WIDTHS[column]}px` }} />
            ))}
          </colgroup>
          <TableHead />
          <tbody>
            <Gap rows={first} />
            {rows.slice(first, last).map((one, index) => (
              <Row
                key={one.feature.id}
                id={`${name}-${one.feature.id}`}
                index={first + index}
                one={one}
                columns={columns.value}
                writing={writing}
                active={one.feature.id === active}
                choose={() => {
                  setActive(one.feature.id);
                  choose(one.feature.id, isPlaced(one.feature));
                }}
                open={() => actions.open(one.feature.id)}
              />
            ))}
            <Gap rows={rows.length - last} />
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row(props: {
  readonly id: string;
  readonly index: number;
  readonly one: Drawn;
  readonly columns: readonly Column[];
  readonly writing: Writing;
  readonly active: boolean;
  choose(): void;
  open(): void;
}): VNode {
  const { chrome, selected } = useApp();
  const { one, index } = props;
  const { id } = one.feature;
  const pointing = usePointing(() => [id]);
  return (
    <tr
      id={props.id}
      data-feature={id}
      aria-rowindex={index + 2}
      aria-selected={selected.value === id}
      class={[props.active && 'ly-active-row', chrome.hovered.value === id && 'ly-hovered-row'].filter(Boolean).join(' ')}
      onClick={props.choose}
      onDblClick={props.open}
      {...pointing}
    >
      {props.columns.map((column) => {
        const { text } = cellOf(column, one, props.writing);
        return (
          <td key={column} title={text}>
            {column === 'title' && <FeatureSymbol drawn={one} />}
            <span>{column === 'grade' ? <bdi class="ly-code">{text}</bdi> : text}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** What rows out of sight would take. */
function Gap({ rows }: { readonly rows: number }): VNode | null {
  return rows > 0 ? (
    <tr role="presentation" class="ly-gap">
      <td role="presentation" style={{ height: `${rows * ROW}px` }} />
    </tr>
  ) : null;
}

/** Which rows are in sight, as the reader scrolls and the panel changes its size. */
function useSight(scroll: { readonly current: HTMLDivElement | null }, total: number): readonly [number, number] {
  const [seen, setSeen] = useState({ top: 0, height: 900 });
  useLayoutEffect(() => {
    const { current: box } = scroll;
    if (!box) return;
    const look = () => setSeen({ top: box.scrollTop, height: box.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroll, total > 0]);
  return inSight(total, ROW, seen.top, seen.height, BEYOND);
}
