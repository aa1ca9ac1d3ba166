import { brushSubject, chooseSubject } from '../store';
import { short, shown } from '../study/model';
import { t } from '../text';
import type { SubjectEffects } from '../types';
import { Figure } from './Figure';
import { extent, linear } from './scale';
import { useWidth, wrapped } from './width';

const H = 300;
const M = { left: 58, right: 226, top: 16, bottom: 44 };
const BINS = 22;

/** The same virtual subjects under both arms: a point each, with the spread of both arms at the sides. */
export function Paired(props: { effects: SubjectEffects; name: string; unit: string; arm: string; comparator: string; treatedClass: string; controlClass: string }) {
  const e = props.effects;
  const [W, picture] = useWidth(520, 760);
  if (e.subjects.length === 0) return null;
  const [low, high] = extent(e.subjects.flatMap(s => [s.treated, s.control]));
  const pad = (high - low || 1) * 0.04;
  const x = linear(low - pad, high + pad, M.left, W - M.right, 5);
  const y = linear(low - pad, high + pad, H - M.bottom, M.top, 5);
  const title = t('paired.title', { name: props.name, arm: props.arm, comparator: props.comparator });
  const chosen = e.subjects.find(s => s.draw === brushSubject.value?.draw && s.number === brushSubject.value.number);
  const clouds = [{ id: 'control', values: e.subjects.map(s => s.control), style: props.controlClass, name: props.comparator, at: W - M.right + 56 }, { id: 'treated', values: e.subjects.map(s => s.treated), style: props.treatedClass, name: props.arm, at: W - M.right + 166 }];
  return (
    <Figure result name={`paired-${e.endpoint}-${e.arm}`} title={title} about={t('paired.about')} table={{ head: ['draw', 'subject', props.arm, props.comparator], rows: e.subjects.map(s => [s.draw, s.number, s.treated, s.control]) }}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="chart" role="img" aria-label={title}>
        {x.ticks.map(v => <text key={v} class="tick" x={x(v)} y={H - M.bottom + 16} text-anchor="middle">{shown(v)}</text>)}
        {y.ticks.map(v => <g key={v}><line class="grid" x1={M.left} x2={W - M.right} y1={y(v)} y2={y(v)} /><text class="tick" x={M.left - 6} y={y(v) + 4} text-anchor="end">{shown(v)}</text></g>)}
        <line class="zero" x1={x(low)} y1={y(low)} x2={x(high)} y2={y(high)} />
        {e.subjects.map(s => <circle key={`${s.draw}/${s.number}`} class="dot" cx={x(s.control)} cy={y(s.treated)} r="2.8" onClick={() => void chooseSubject(s.draw, s.number)}><title>{t('paired.point', { number: s.number, draw: s.draw, control: short(s.control), treated: short(s.treated) })}</title></circle>)}
        {chosen && <circle class="dot marked" cx={x(chosen.control)} cy={y(chosen.treated)} r="6" />}
        {clouds.map(c => <g key={c.id} class={c.style}>
          <path class="band band-1" d={cloud(c.values, low, high, c.at, y)} />
          {chosen && <circle class="knot" cx={c.at} cy={y(c.id === 'control' ? chosen.control : chosen.treated)} r="4.5" />}
          {wrapped(c.name, 108, 7).map((words, k) => <text key={k} class="end" x={c.at} y={H - M.bottom + 16 + 14 * k} text-anchor="middle">{words}</text>)}
        </g>)}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 6} text-anchor="middle">{t('paired.axis', { arm: props.comparator, unit: props.unit })}</text>
        <text class="tick" transform={`translate(12 ${(H - M.bottom + M.top) / 2}) rotate(-90)`} text-anchor="middle">{t('paired.axis', { arm: props.arm, unit: props.unit })}</text>
      </svg>
    </Figure>
  );
}

function cloud(values: number[], low: number, high: number, at: number, y: (v: number) => number): string {
  const step = (high - low || 1) / BINS;
  const counts = Array.from({ length: BINS }, (_, i) => values.filter(v => v >= low + i * step && (v < low + (i + 1) * step || i === BINS - 1)).length);
  const peak = Math.max(...counts, 1);
  const points = counts.map((c, i) => ({ w: (c / peak) * 40, y: y(low + (i + 0.5) * step) }));
  return `M${at} ${y(low)}${points.map(p => `L${(at + p.w).toFixed(1)} ${p.y.toFixed(1)}`).join('')}L${at} ${y(high)}Z`;
}
