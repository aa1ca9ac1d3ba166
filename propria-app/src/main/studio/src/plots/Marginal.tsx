import { short, shown } from '../study/model';
import { named, t } from '../text';
import type { CohortReading } from '../types';
import { Figure } from './Figure';
import { line, linear, logarithmic } from './scale';

const W = 420;
const H = 220;
const M = { left: 16, right: 16, top: 14, bottom: 44 };
const BINS = 18;

/** One baseline reading of the patients as bars, with the published distribution as a line. */
export function MarginalPlot(props: { reading: CohortReading; population: string }) {
  const r = props.reading;
  const low = Math.min(r.target[0]!, ...r.expected);
  const high = Math.max(r.target.at(-1)!, ...r.expected);
  const x = r.logarithmic && low > 0 ? logarithmic(low, high, M.left, W - M.right) : linear(low, high, M.left, W - M.right, 5);
  const edges = Array.from({ length: BINS + 1 }, (_, i) => inverse(x, M.left + (i / BINS) * (W - M.left - M.right), low, high, r.logarithmic && low > 0));
  const counts = edges.slice(1).map((edge, i) => r.expected.filter(v => v >= edges[i]! && (v < edge || i === BINS - 1)).length / r.expected.length);
  const density = r.target.slice(1).map((q, i) => ({ at: (x(q) + x(r.target[i]!)) / 2, height: 0.01 / Math.max(0.5, x(q) - x(r.target[i]!)) }));
  const width = (W - M.left - M.right) / BINS;
  const peak = Math.max(...counts.map(c => c / width), ...smooth(density).map(d => d[1]), 1e-9);
  const y = (v: number) => H - M.bottom - (v / peak) * (H - M.top - M.bottom);
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  const title = t('marginal.title', { name: label(r.name), target: short(r.target[49]!), ours: short(median(r.expected)) });
  const table = { head: ['probability', 'published', 'these patients, without noise', 'these patients, one visit'], rows: [10, 25, 50, 75, 90].map(p => [p / 100, r.target[p - 1]!, quantile(r.expected, p / 100), quantile(r.recorded, p / 100)]) };
  return (
    <Figure name={`marginal-${props.population}-${r.name}`} title={title} table={table} about={r.source ? t('marginal.source', { source: r.source.replace(/#.*/, '') }) : t('marginal.assumed')}>
      <svg viewBox={`0 0 ${W} ${H}`} class="chart small" role="img" aria-label={title}>
        {counts.map((c, i) => <rect key={i} class="bar-fill" x={M.left + i * width + 0.5} width={width - 1} y={y(c / width)} height={Math.max(0, H - M.bottom - y(c / width))}><title>{t('marginal.bar', { from: short(edges[i]!), to: short(edges[i + 1]!), share: (100 * c).toFixed(1) })}</title></rect>)}
        <path class="curve arm-primed" stroke-dasharray="8 4" d={line(smooth(density).map(([at, h]) => [at, y(h)]))} />
        <line class="grid" x1={M.left} x2={W - M.right} y1={H - M.bottom} y2={H - M.bottom} />
        {x.ticks.map(v => <text key={v} class="tick" x={x(v)} y={H - M.bottom + 16} text-anchor="middle">{shown(v)}</text>)}
        <text class="tick" x={W / 2} y={H - 6} text-anchor="middle">{withUnit(r.name)}</text>
      </svg>
    </Figure>
  );
}

export const label = (name: string): string => named('reading', name).replace(/, [^,]+$/, '');
export const withUnit = (name: string): string => named('reading', name);

function quantile(values: number[], p: number): number {
  const sorted = [...values].filter(Number.isFinite).sort((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted.length === 0 ? NaN : sorted[low]! + (at - low) * (sorted[Math.min(sorted.length - 1, low + 1)]! - sorted[low]!);
}

function smooth(points: { at: number; height: number }[]): [number, number][] {
  return points.map((p, i) => { const near = points.slice(Math.max(0, i - 2), i + 3); return [p.at, near.reduce((sum, n) => sum + n.height, 0) / near.length]; });
}

function inverse(x: { low: number; high: number }, px: number, low: number, high: number, log: boolean): number {
  const share = (px - M.left) / (W - M.left - M.right);
  return log ? 10 ** (Math.log10(low) + share * (Math.log10(high) - Math.log10(low))) : x.low + share * (x.high - x.low);
}
