import { useState } from 'preact/hooks';
import { short } from '../study/model';
import { t } from '../text';
import { Figure } from './Figure';
import { apart, area, line, linear } from './scale';
import { useWidth } from './width';

const H = 300;
const M = { left: 52, right: 148, top: 18, bottom: 44 };
const STYLES = { power: { style: 'arm-naive', dash: '' }, assurance: { style: 'arm-primed', dash: '8 4' }, type1: { style: 'arm-vehicle', dash: '1.5 4' } } as const;

/** A point of a curve, with its Monte-Carlo standard error. */
export interface Point { x: number; value: number; error: number; trials: number }
export interface Curve { id: keyof typeof STYLES; points: Point[] }

/** Power, assurance and type I error over patients, weeks or dose, each with two Monte-Carlo standard errors either way. */
export function Operating(props: { name: string; title: string; about: string; axis: string; curves: Curve[]; alpha: number; unit: (x: number) => string }) {
  const [at, setAt] = useState(-1);
  const [W, picture] = useWidth();
  const curves = props.curves.filter(c => c.points.length > 0).map(c => ({ ...c, ...STYLES[c.id], points: [...c.points].sort((a, b) => a.x - b.x) }));
  const places = [...new Set(curves.flatMap(c => c.points.map(p => p.x)))].sort((a, b) => a - b);
  if (places.length === 0) return null;
  const x = linear(places[0]!, places.length === 1 ? places[0]! + 1 : places.at(-1)!, M.left + 8, W - M.right);
  const y = linear(0, 1, H - M.bottom, M.top, 5);
  const ends = apart(curves.map(c => y(c.points.at(-1)!.value)), 14, M.top + 4, H - M.bottom);
  const table = { head: ['characteristic', props.axis, 'value', 'Monte-Carlo error', 'trials'], rows: curves.flatMap(c => c.points.map(p => [t(`operating.${c.id}`), p.x, p.value, p.error, p.trials])) };
  const keys = (event: KeyboardEvent) => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    setAt(Math.min(places.length - 1, Math.max(0, (at < 0 ? 0 : at) + move)));
  };
  const here = places[at];
  const reading = here === undefined ? '' : t('operating.reading', { place: props.unit(here), values: curves.map(c => { const p = c.points.find(o => o.x === here); return p ? `${t(`operating.${c.id}`)} ${withError(p)}` : ''; }).filter(Boolean).join(', ') });
  const written = places.reduce<number[]>((kept, v) => kept.length === 0 || x(v) - x(kept.at(-1)!) > 34 ? [...kept, v] : kept, []);
  return (
    <Figure result name={props.name} title={props.title} about={props.about} table={table}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="chart" role="img" tabindex={0} aria-label={props.title} onKeyDown={keys} onPointerLeave={() => setAt(-1)}
        onPointerMove={e => { const box = (e.currentTarget as SVGSVGElement).getBoundingClientRect(); const px = ((e.clientX - box.left) / box.width) * W; setAt(places.reduce((best, s, i) => Math.abs(x(s) - px) < Math.abs(x(places[best]!) - px) ? i : best, 0)); }}>
        {y.ticks.map(v => <g key={v}><line class="grid" x1={M.left} x2={W - M.right} y1={y(v)} y2={y(v)} /><text class="tick" x={M.left - 7} y={y(v) + 4} text-anchor="end">{Math.round(100 * v)}</text></g>)}
        <text class="tick" x={4} y={M.top - 6}>%</text>
        {written.map(v => <text key={v} class="tick" x={x(v)} y={H - M.bottom + 17} text-anchor="middle">{short(Math.round(100 * v) / 100)}</text>)}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 6} text-anchor="middle">{props.axis}</text>
        <line class="zero" x1={M.left} x2={W - M.right} y1={y(props.alpha)} y2={y(props.alpha)} /><text class="soft-text" x={M.left + 6} y={y(props.alpha) - 5}>{t('operating.alpha', { alpha: short(100 * props.alpha) })}</text>
        {curves.map(c => <path key={`b${c.id}`} class={`band band-1 ${c.style}`} d={area(c.points.map(p => [x(p.x), y(within(p.value - 2 * p.error))]), c.points.map(p => [x(p.x), y(within(p.value + 2 * p.error))]))} />)}
        {curves.map(c => <path key={c.id} class={`curve ${c.style}`} stroke-dasharray={c.dash} d={line(c.points.map(p => [x(p.x), y(p.value)]))} />)}
        {curves.map(c => c.points.map(p => <circle key={c.id + p.x} class={`knot ${c.style}`} cx={x(p.x)} cy={y(p.value)} r="3.2" />))}
        {curves.map((c, i) => <text key={`n${c.id}`} class={`end ${c.style}`} x={W - M.right + 8} y={ends[i]! + 4}>{t(`operating.${c.id}`)}</text>)}
        {here !== undefined && <line class="cursor" x1={x(here)} x2={x(here)} y1={M.top} y2={H - M.bottom} />}
      </svg>
      <p class="reading" aria-live="polite">{reading || '\u00a0'}</p>
    </Figure>
  );
}

const within = (v: number): number => Math.min(1, Math.max(0, v));
/** A share with its Monte-Carlo standard error. Where all or none of the trials count that error is nothing, and a bound is said instead. */
export function withError(r: { value: number; error: number; trials: number }): string {
  if (!Number.isFinite(r.value)) return '–';
  if ((r.value === 0 || r.value === 1) && r.trials > 0) return t(r.value === 0 ? 'operating.none_of' : 'operating.all_of', { trials: r.trials, bound: (100 * (1 - 0.05 ** (1 / r.trials))).toFixed(1) });
  return Number.isFinite(r.error) ? `${percent(r.value)} ± ${percent(r.error)} %` : `${percent(r.value)} %`;
}

/** The beliefs that a run stands on: those that agree with untreated patients of published trials, where there are such. */
export const believed = (rows: { bank: string }[]): string => rows.some(r => r.bank === 'conditioned') ? 'conditioned' : 'prior';

export const percent = (v: number): string => (100 * v).toFixed(1);
