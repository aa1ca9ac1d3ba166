import { interval, shown } from '../study/model';
import { linear, extent } from './scale';
import { Figure } from './Figure';
import { fitted, useWidth, wrapped } from './width';

/** A row of an interval plot: a value with its interval, and maybe a second one beside it (published, or without). What is named `parameter` stands in the table only. */
export interface IntervalRow { id: string; label: string; note?: string; value: number; low: number; high: number; other?: { value: number; low: number; high: number }; className?: string; text?: string; parameter?: string }

const ROW = 34;
/** On a phone the words of a row stand above its line, which then has the whole width [px]. */
const NARROW = 460;
const TALL = 58;
const EDGE = { top: 14, bottom: 38 };

/** Values with intervals, one below the other, with a line at what would be no effect. */
export function Intervals(props: { title: string; about?: string; name: string; axis: string; rows: IntervalRow[]; zero?: number | null; legend?: string; result?: boolean; clip?: [number, number] }) {
  const [W, picture] = useWidth(270);
  const narrow = W < NARROW;
  const row = narrow ? TALL : ROW;
  const M = narrow ? { ...EDGE, left: 10, right: 10 } : { ...EDGE, left: Math.min(280, Math.round(W * 0.37)), right: Math.min(200, Math.round(W * 0.27)) };
  const zero = props.zero === undefined ? 0 : props.zero;
  const H = M.top + M.bottom + row * Math.max(1, props.rows.length);
  const [low, high] = extent([...(zero === null ? [] : [zero]), ...props.rows.flatMap(r => [r.low, r.high, r.value, ...(r.other ? [r.other.low, r.other.high, r.other.value] : [])])]);
  const ends: [number, number] = props.clip ? [Math.max(low, props.clip[0]), Math.min(high, props.clip[1])] : [low, high];
  const pad = (ends[1] - ends[0] || 1) * 0.05;
  const whole = linear(ends[0] - pad, ends[1] + pad, M.left, W - M.right, 5);
  const x = Object.assign((v: number) => Math.min(W - M.right, Math.max(M.left, whole(v))), { ticks: whole.ticks });
  const ids = props.rows.some(r => r.parameter);
  const table = { head: ['row', ...(ids ? ['parameter'] : []), 'value', 'low', 'high', ...(props.rows.some(r => r.other) ? ['other', 'other low', 'other high'] : [])],
    rows: props.rows.map(r => [r.label, ...(ids ? [r.parameter ?? ''] : []), r.value, r.low, r.high, ...(r.other ? [r.other.value, r.other.low, r.other.high] : [])]) };
  return (
    <Figure title={props.title} name={props.name} table={table} {...(props.result ? { result: true } : {})} {...(props.about ? { about: props.about } : {})}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} role="img" aria-label={props.title} class="chart free">
        {x.ticks.map(v => <g key={v}><line class="grid" x1={x(v)} x2={x(v)} y1={M.top} y2={H - M.bottom} /><text class="tick" x={x(v)} y={H - M.bottom + 16} text-anchor="middle">{shown(v)}</text></g>)}
        {zero !== null && <line class="zero" x1={x(zero)} x2={x(zero)} y1={M.top} y2={H - M.bottom} />}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 5} text-anchor="middle">{props.axis}</text>
        {props.rows.map((r, i) => {
          const y = M.top + row * (i + 0.5) + (narrow ? 18 : 0);
          const value = r.text ?? interval(r.value, r.low, r.high);
          return <g key={r.id} class={`interval ${r.className ?? ''}`}>
            {narrow && <><text class="label" x="4" y={y - 30}>{fitted(r.label, W - 8, 6.6)}</text><text class="soft-text" x="4" y={y - 16}>{fitted(r.note ? `${value}; ${r.note}` : value, W - 8, 5.9)}</text></>}
            {!narrow && (r.note ? [fitted(r.label, M.left - 12, 6.9)] : wrapped(r.label, M.left - 12, 6.9)).map((words, k, all) => <text key={k} class="label" x={M.left - 12} y={r.note ? y - 2 : y + 4 + (k - (all.length - 1) / 2) * 14} text-anchor="end">{words}</text>)}
            {!narrow && r.note && <text class="soft-text" x={M.left - 12} y={y + 12} text-anchor="end">{fitted(r.note, M.left - 14, 6.4)}</text>}
            <line x1={x(r.low)} x2={x(r.high)} y1={y - (r.other ? 5 : 0)} y2={y - (r.other ? 5 : 0)} /><circle cx={x(r.value)} cy={y - (r.other ? 5 : 0)} r={4.5} />
            {r.other && <g class="other"><line x1={x(r.other.low)} x2={x(r.other.high)} y1={y + 7} y2={y + 7} /><path d={`M${x(r.other.value)} ${y + 2}l5 5l-5 5l-5-5Z`} /></g>}
            {props.clip && (r.low < ends[0] || r.high > ends[1]) && <path class="beyond" d={`${r.low < ends[0] ? `M${M.left} ${y - 5}m6 -5l-6 5l6 5` : ''}${r.high > ends[1] ? `M${W - M.right} ${y - 5}m-6 -5l6 5l-6 5` : ''}`} />}
            {!narrow && <text class="tick" x={W - M.right + 10} y={y + 4}>{value}</text>}
          </g>;
        })}
      </svg>
      {props.legend && <p class="soft">{props.legend}</p>}
    </Figure>
  );
}
