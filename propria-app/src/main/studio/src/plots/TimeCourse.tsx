import { useState } from 'preact/hooks';
import { brushDay, current, day } from '../store';
import { short, shown } from '../study/model';
import { t, unitName } from '../text';
import { area, apart, extent, line, linear, logarithmic } from './scale';
import { marker, type ArmStyle } from './style';
import { Figure } from './Figure';
import { fitted, useWidth } from './width';

/** One arm of a time course: a line, up to two nested bands, points with their spread. */
export interface Course {
  id: string; name: string; style: ArmStyle;
  times: number[]; middle: number[];
  bands: { name: string; lower: number[]; upper: number[] }[];
  points: { day: number; value: number; low: number; high: number; label: string }[];
}
export interface Stretch { name: string; from: number; to: number; ill: boolean }

const H = 300;
const EDGE = { left: 58, top: 26, bottom: 46 };
/** Below this the names of arms stand under the picture instead of at the ends of their lines [px]. */
const NARROW = 460;

export function TimeCourse(props: { title: string; about?: string; name: string; unit: string; courses: Course[]; stretches: Stretch[]; doses: { arm: string; day: number; label: string }[]; cursor?: boolean; result?: boolean; single?: { name: string; lines: { arm: string; points: [number, number][] }[] } }) {
  const [W, picture] = useWidth(270);
  const [log, setLog] = useState(false);
  const narrow = W < NARROW;
  const M = { ...EDGE, right: narrow ? 14 : 142 };
  const times = props.courses[0]?.times ?? [];
  const at = brushDay.value === undefined ? -1 : closest(times, brushDay.value);
  const setAt = (to: number) => { brushDay.value = times[to]; };
  const [t0, t1] = extent(props.courses.flatMap(c => c.times));
  const [y0, y1] = steady(props.name, extent(props.courses.flatMap(c => [...c.middle, ...c.bands.flatMap(b => [...b.lower, ...b.upper]), ...c.points.flatMap(p => [p.low, p.high, p.value])]).concat(props.single?.lines.flatMap(l => l.points.map(p => p[1])) ?? [])));
  const pad = (y1 - y0 || 1) * 0.06;
  const x = linear(t0, t1, M.left, W - M.right, 8);
  const values = props.courses.flatMap(c => [...c.middle, ...c.bands.flatMap(b => b.lower), ...c.points.map(p => p.low)]).filter(Number.isFinite);
  const least = Math.min(...values);
  const logs = least > 0 && y1 / least > 20;
  const y = logs && log ? logarithmic(least, y1, H - M.bottom, M.top) : linear(y0 - pad, y1 + pad, H - M.bottom, M.top, 5);
  const ends = apart(props.courses.map(c => y(c.middle.at(-1) ?? 0)), 14, M.top + 4, H - M.bottom);
  const keys = (event: KeyboardEvent) => {
    const move = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    setAt(Math.min(times.length - 1, Math.max(0, (at < 0 ? 0 : at) + move)));
  };
  const reading = at >= 0 && times[at] !== undefined ? t('course.reading', { day: short(times[at]!), values: props.courses.map(c => `${c.name} ${short(c.middle[at] ?? NaN)}`).join(', ') }) : '';
  const table = { head: ['arm', 'day', 'middle', ...(props.courses[0]?.bands.flatMap(b => [`${b.name}: low`, `${b.name}: high`]) ?? [])],
    rows: props.courses.flatMap(c => c.times.map((time, i) => [c.name, time, c.middle[i] ?? NaN, ...c.bands.flatMap(b => [b.lower[i] ?? NaN, b.upper[i] ?? NaN])])) };
  return (
    <Figure title={props.title} name={props.name} table={table} {...(props.result ? { result: true } : {})} {...(props.about ? { about: props.about } : {})}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} role="img" aria-label={props.title} tabindex={0} onKeyDown={keys} class="chart free"
        onPointerMove={e => setAt(nearest(times, x, e, W))} onPointerLeave={() => setAt(-1)}>
        {props.stretches.filter(s => s.ill).map(s => <rect key={s.name + s.from} class="ill" x={x(Math.max(s.from, t0))} y={M.top} width={Math.max(0, x(Math.min(s.to, t1)) - x(Math.max(s.from, t0)))} height={H - M.top - M.bottom} />)}
        {props.stretches.filter(s => x(s.to) - x(s.from) > 44).map(s => <text key={'t' + s.name + s.from} class="soft-text" x={x(Math.max(s.from, t0)) + 4} y={M.top - 8}>{s.name}</text>)}
        {y.ticks.map(v => <g key={v}><line class="grid" x1={M.left} x2={W - M.right} y1={y(v)} y2={y(v)} /><text class="tick" x={M.left - 7} y={y(v) + 4} text-anchor="end">{shown(v)}</text></g>)}
        {x.ticks.map(v => <text key={v} class="tick" x={x(v)} y={H - M.bottom + 21} text-anchor="middle">{shown(v)}</text>)}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 6} text-anchor="middle">{t('course.day')}</text>
        <text class="tick" x={4} y={M.top - 8}>{unitName(props.unit)}</text>
        {props.courses.map(c => c.bands.map((b, k) => <path key={c.id + k} class={`band ${c.style.className} band-${k}`} d={area(pairs(c.times, b.lower, x, y), pairs(c.times, b.upper, x, y))} />))}
        {props.courses.map(c => <path key={c.id} class={`curve ${c.style.className}`} stroke-dasharray={c.style.dash} d={line(pairs(c.times, c.middle, x, y))} />)}
        {props.single?.lines.map(l => <path key={`s${l.arm}`} class={`single ${props.courses.find(c => c.id === l.arm)?.style.className ?? ''}`} d={line(l.points.map(([time, value]) => [x(time), y(value)]))}><title>{props.single!.name}</title></path>)}
        {props.courses.map(c => c.points.map((p, k) => <g key={c.id + k} class={`point ${c.style.className} ${c.style.open ? 'open' : ''}`}>
          <title>{p.label}</title>
          <line x1={x(p.day)} x2={x(p.day)} y1={y(p.low)} y2={y(p.high)} />
          <path d={marker(c.style.marker, x(p.day), y(p.value))} />
        </g>))}
        {props.doses.map((d, k) => <path key={k} class={`dose ${props.courses.find(c => c.id === d.arm)?.style.className ?? ''}`} d={`M${x(d.day)} ${H - M.bottom}l-4 8h8Z`}><title>{d.label}</title></path>)}
        {!narrow && props.courses.map((c, i) => <text key={'n' + c.id} class={`end ${c.style.className}`} x={W - M.right + 8} y={ends[i]! + 4}>{fitted(c.name, M.right - 8, 7)}</text>)}
        {props.cursor && <line class="scrub" x1={x(day.value)} x2={x(day.value)} y1={M.top} y2={H - M.bottom} />}
        {at >= 0 && times[at] !== undefined && <line class="cursor" x1={x(times[at]!)} x2={x(times[at]!)} y1={M.top} y2={H - M.bottom} />}
      </svg>
      {narrow && <ul class="names">{props.courses.map(c => <li key={c.id} class={c.style.className}><svg viewBox="0 0 26 10" width="26" height="10" aria-hidden="true"><path class="curve" stroke-dasharray={c.style.dash} d="M1 5H25" /></svg> {c.name}</li>)}</ul>}
      {logs && <p class="tight"><button type="button" class="quiet" aria-pressed={log} aria-label={t('course.log_of', { title: props.title })} onClick={() => setLog(!log)}>{t('course.log')}</button></p>}
      <p class="reading" aria-live="polite">{[reading, props.single?.name ?? ''].filter(Boolean).join('; ') || '\u00a0'}</p>
    </Figure>
  );
}

const seen = new Map<string, [number, number]>();

/** The axis of a picture never shrinks while a study is edited, so that a slider is seen to move the curve; and it never spans less than a twentieth of its values. */
function steady(name: string, [low, high]: [number, number]): [number, number] {
  const key = `${current.peek()?.name}/${name}`;
  const before = seen.get(key) ?? [low, high];
  const wide: [number, number] = [Math.min(low, before[0]), Math.max(high, before[1])];
  seen.set(key, wide);
  const least = 0.05 * Math.max(Math.abs(wide[0]), Math.abs(wide[1]));
  return wide[1] - wide[0] < least ? [wide[1] - least, wide[1]] : wide;
}

function pairs(times: number[], values: number[], x: (v: number) => number, y: (v: number) => number): [number, number][] {
  return times.map((time, i) => [x(time), y(values[i] ?? NaN)]);
}

function closest(times: number[], to: number): number {
  let best = -1;
  times.forEach((time, i) => { if (best < 0 || Math.abs(time - to) < Math.abs(times[best]! - to)) best = i; });
  return best;
}

function nearest(times: number[], x: (v: number) => number, event: PointerEvent, W: number): number {
  const svg = event.currentTarget as SVGSVGElement;
  const box = svg.getBoundingClientRect();
  const at = ((event.clientX - box.left) / box.width) * W;
  let best = -1;
  times.forEach((time, i) => { if (best < 0 || Math.abs(x(time) - at) < Math.abs(x(times[best]!) - at)) best = i; });
  return best;
}
