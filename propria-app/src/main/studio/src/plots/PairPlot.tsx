import { useState } from 'preact/hooks';
import { short, shown } from '../study/model';
import { t } from '../text';
import type { CohortPair, CohortReading } from '../types';
import { Figure } from './Figure';
import { linear, logarithmic } from './scale';
import { label, withUnit } from './Marginal';

const W = 420;
const H = 300;
const M = { left: 58, right: 14, top: 12, bottom: 44 };

/** Two readings of each patient, and how strongly they go together, here and as published. */
export function PairPlot(props: { pair: CohortPair; first: CohortReading; second: CohortReading; chosen: number; onChoose: (patient: number) => void }) {
  const { pair, first, second } = props;
  const [at, setAt] = useState(-1);
  const scale = (r: CohortReading, from: number, to: number) => r.logarithmic && Math.min(...r.expected) > 0 ? logarithmic(Math.min(...r.expected), Math.max(...r.expected), from, to) : linear(Math.min(...r.expected), Math.max(...r.expected), from, to, 5);
  const x = scale(first, M.left, W - M.right);
  const y = scale(second, H - M.bottom, M.top);
  const marked = at >= 0 ? at : props.chosen;
  const title = t('pair.title', { first: label(pair.first), second: label(pair.second), ours: pair.expected.toFixed(2), target: pair.target.toFixed(2) });
  const table = { head: ['patient', label(pair.first), label(pair.second)], rows: first.expected.map((v, i) => [i, v, second.expected[i] ?? NaN]) };
  const keys = (event: KeyboardEvent) => {
    const move = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 }[event.key];
    if (event.key === 'Enter' && at >= 0) props.onChoose(at);
    if (move === undefined) return;
    event.preventDefault();
    setAt(Math.min(first.expected.length - 1, Math.max(0, (at < 0 ? props.chosen : at) + move)));
  };
  return (
    <Figure name={`pair-${pair.first}-${pair.second}`} title={title} about={t('pair.about', { error: pair.error.toFixed(2), recorded: pair.recorded.toFixed(2) })} table={table}>
      <svg viewBox={`0 0 ${W} ${H}`} class="chart small" role="img" tabindex={0} aria-label={title} onKeyDown={keys} onPointerLeave={() => setAt(-1)}>
        {x.ticks.map(v => <text key={v} class="tick" x={x(v)} y={H - M.bottom + 16} text-anchor="middle">{shown(v)}</text>)}
        {y.ticks.map(v => <g key={v}><line class="grid" x1={M.left} x2={W - M.right} y1={y(v)} y2={y(v)} /><text class="tick" x={M.left - 6} y={y(v) + 4} text-anchor="end">{shown(v)}</text></g>)}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 6} text-anchor="middle">{withUnit(pair.first)}</text>
        <text class="tick" transform={`translate(12 ${(H - M.bottom + M.top) / 2}) rotate(-90)`} text-anchor="middle">{withUnit(pair.second)}</text>
        {first.expected.map((v, i) => <circle key={i} class="dot" cx={x(v)} cy={y(second.expected[i] ?? NaN)} r="3" onPointerEnter={() => setAt(i)} onClick={() => props.onChoose(i)} />)}
        {marked >= 0 && <circle class="dot marked" cx={x(first.expected[marked] ?? NaN)} cy={y(second.expected[marked] ?? NaN)} r="6" />}
      </svg>
      <p class="reading" aria-live="polite">{marked >= 0 ? t('pair.reading', { patient: marked, first: `${label(pair.first)} ${short(first.expected[marked]!)}`, second: `${label(pair.second)} ${short(second.expected[marked]!)}` }) : '\u00a0'}</p>
    </Figure>
  );
}
