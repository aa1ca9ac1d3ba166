import { short, three } from '../study/model';
import { linear, extent } from './scale';
import { Figure } from './Figure';
import { fitted, useWidth } from './width';

/** A row of an interval plot: a value with its interval, and maybe a second one beside it (published, or without). */
export interface IntervalRow { id: string; label: string; note?: string; value: number; low: number; high: number; other?: { value: number; low: number; high: number }; className?: string; text?: string }

const ROW = 34;
const EDGE = { top: 14, bottom: 38 };

/** Values with intervals, one below the other, with a line at what would be no effect. */
export function Intervals(props: { title: string; about?: string; name: string; axis: string; rows: IntervalRow[]; zero?: number | null; legend?: string; result?: boolean; clip?: [number, number] }) {
  const [W, picture] = useWidth(460);
  const M = { ...EDGE, left: Math.min(280, Math.round(W * 0.37)), right: Math.min(200, Math.round(W * 0.27)) };
  const zero = props.zero === undefined ? 0 : props.zero;
  const H = M.top + M.bottom + ROW * Math.max(1, props.rows.length);
  const [low, high] = extent([...(zero === null ? [] : [zero]), ...props.rows.flatMap(r => [r.low, r.high, r.value, ...(r.other ? [r.other.low, r.other.high, r.other.value] : [])])]);
  const ends: [number, number] = props.clip ? [Math.max(low, props.clip[0]), Math.min(high, props.clip[1])] : [low, high];
  const pad = (ends[1] - ends[0] || 1) * 0.05;
  const whole = linear(ends[0] - pad, ends[1] + pad, M.left, W - M.right, 5);
  const x = Object.assign((v: number) => Math.min(W - M.right, Math.max(M.left, whole(v))), { ticks: whole.ticks });
  const table = { head: ['row', 'value', 'low', 'high', ...(props.rows.some(r => r.other) ? ['other', 'other low', 'other high'] : [])],
    rows: props.rows.map(r => [r.label, r.value, r.low, r.high, ...(r.other ? [r.other.value, r.other.low, r.other.high] : [])]) };
  return (
    <Figure title={props.title} name={props.name} table={table} {...(props.result ? { result: true } : {})} {...(props.about ? { about: props.about } : {})}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} role="img" aria-label={props.title} class="chart">
        {x.ticks.map(v => <g key={v}><line class="grid" x1={x(v)} x2={x(v)} y1={M.top} y2={H - M.bottom} /><text class="tick" x={x(v)} y={H - M.bottom + 16} text-anchor="middle">{short(v)}</text></g>)}
        {zero !== null && <line class="zero" x1={x(zero)} x2={x(zero)} y1={M.top} y2={H - M.bottom} />}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 5} text-anchor="middle">{props.axis}</text>
        {props.rows.map((r, i) => {
          const y = M.top + ROW * (i + 0.5);
          return <g key={r.id} class={`interval ${r.className ?? ''}`}>
            <text class="label" x={M.left - 12} y={r.note ? y - 2 : y + 4} text-anchor="end">{fitted(r.label, M.left - 12, 6.9)}</text>
            {r.note && <text class="soft-text" x={M.left - 12} y={y + 12} text-anchor="end">{fitted(r.note, M.left - 14, 6.4)}</text>}
            <line x1={x(r.low)} x2={x(r.high)} y1={y - (r.other ? 5 : 0)} y2={y - (r.other ? 5 : 0)} /><circle cx={x(r.value)} cy={y - (r.other ? 5 : 0)} r={4.5} />
            {r.other && <g class="other"><line x1={x(r.other.low)} x2={x(r.other.high)} y1={y + 7} y2={y + 7} /><path d={`M${x(r.other.value)} ${y + 2}l5 5l-5 5l-5-5Z`} /></g>}
            {props.clip && (r.low < ends[0] || r.high > ends[1]) && <path class="beyond" d={`${r.low < ends[0] ? `M${M.left} ${y - 5}m6 -5l-6 5l6 5` : ''}${r.high > ends[1] ? `M${W - M.right} ${y - 5}m-6 -5l6 5l-6 5` : ''}`} />}
            <text class="tick" x={W - M.right + 10} y={y + 4}>{r.text ?? `${three(r.value)} (${three(r.low)} to ${three(r.high)})`}</text>
          </g>;
        })}
      </svg>
      {props.legend && <p class="soft">{props.legend}</p>}
    </Figure>
  );
}
