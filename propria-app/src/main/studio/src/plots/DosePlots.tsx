import { short, shown, three } from '../study/model';
import { t } from '../text';
import type { DoseResponse } from '../types';
import { Figure } from './Figure';
import { useWidth } from './width';
import { area, extent, line, linear, logarithmic } from './scale';

const H = 300;
const M = { left: 60, right: 22, top: 20, bottom: 46 };
const SHADES = ['#440154', '#433982', '#30678d', '#218f8b', '#35b779', '#8ed645', '#fde725'];

/** The effect over the dose; outside the doses that were published it is hatched. */
export function DoseCurve(props: { dose: DoseResponse }) {
  const d = props.dose;
  const [W, picture] = useWidth();
  const doses = d.doses.slice(1);
  const x = logarithmic(doses[0]!, doses.at(-1)!, M.left, W - M.right);
  const band = d.band.slice(1);
  const [low, high] = extent([0, ...d.curve, ...band.flatMap(b => [b.lower, b.upper])]);
  const pad = (high - low || 1) * 0.08;
  const y = linear(low - pad, high + pad, H - M.bottom, M.top, 5);
  const tested = d.tested.map(p => p.dose).filter(v => v > 0);
  const from = tested.length > 0 ? Math.max(doses[0]!, Math.min(...tested)) : d.own;
  const to = tested.length > 0 ? Math.min(doses.at(-1)!, Math.max(...tested)) : d.own;
  const ownAt = d.curve.slice(1).reduce((best, _, i) => Math.abs(Math.log(doses[i]! / d.own)) < Math.abs(Math.log(doses[best]! / d.own)) ? i : best, 0);
  const title = t('dose.title', { name: d.observable, own: short(d.own), unit: d.doseUnit, effect: three(d.curve[ownAt + 1]!), most: three(d.curve.at(-1)!), dose: three(doses.at(-1)!) });
  const groups = [...new Set(tested.filter(v => v >= doses[0]! && v <= doses.at(-1)!))];
  return (
    <Figure name={`dose-${d.endpoint}`} title={title} about={t(tested.length > 0 ? 'dose.about' : 'dose.about_untested', { product: d.product, count: new Set(d.tested.map(p => p.study)).size })} table={{ head: ['dose', 'unit', 'effect', ...(d.draws > 0 ? ['5 %', 'middle of draws', '95 %'] : [])], rows: d.doses.map((v, i) => [v, d.doseUnit, d.curve[i] ?? NaN, ...(d.band[i] ? [d.band[i].lower, d.band[i].value, d.band[i].upper] : [])]) }}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="chart" role="img" aria-label={title}>
        <Hatch />
        {from > doses[0]! && <rect class="hatched" x={M.left} width={x(from) - M.left} y={M.top} height={H - M.top - M.bottom} />}
        {to < doses.at(-1)! && <rect class="hatched" x={x(to)} width={W - M.right - x(to)} y={M.top} height={H - M.top - M.bottom} />}
        {to < doses.at(-1)! && <text class="soft-text" x={W - M.right - 4} y={M.top - 6} text-anchor="end">{t('dose.extrapolation')}</text>}
        {y.ticks.map(v => <g key={v}><line class="grid" x1={M.left} x2={W - M.right} y1={y(v)} y2={y(v)} /><text class="tick" x={M.left - 7} y={y(v) + 4} text-anchor="end">{shown(v)}</text></g>)}
        {x.ticks.map(v => <text key={v} class="tick" x={x(v)} y={H - M.bottom + 30} text-anchor="middle">{shown(v)}</text>)}
        <line class="zero" x1={M.left} x2={W - M.right} y1={y(0)} y2={y(0)} />
        {band.length > 0 && <><path class="band arm-naive band-1" d={area(doses.map((v, i) => [x(v), y(band[i]!.lower)]), doses.map((v, i) => [x(v), y(band[i]!.upper)]))} /><path class="curve arm-naive thin" stroke-dasharray="4 4" d={line(doses.map((v, i) => [x(v), y(band[i]!.value)]))} /></>}
        <path class="curve arm-naive" d={line(doses.map((v, i) => [x(v), y(d.curve[i + 1] ?? NaN)]))} />
        {groups.map(v => <path key={v} class="tested" d={`M${x(v)} ${H - M.bottom}v10`}><title>{t('dose.tested', { dose: short(v), unit: d.doseUnit, studies: [...new Set(d.tested.filter(p => p.dose === v).map(p => p.study))].join(', ') })}</title></path>)}
        <circle class="knot arm-naive" cx={x(d.own)} cy={y(d.curve[ownAt + 1]!)} r="5" />
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 4} text-anchor="middle">{t('dose.axis', { unit: d.doseUnit })}</text>
      </svg>
      {d.draws > 0 && <p class="soft">{t('dose.band', { draws: d.draws })}</p>}
    </Figure>
  );
}

/** The effect over dose and day of the first dose, as shades that also differ in lightness, each with its number. */
export function DoseSurface(props: { dose: DoseResponse }) {
  const d = props.dose;
  const [W, picture] = useWidth(620);
  const flat = d.surface.flat();
  const [low, high] = extent(flat);
  const w = (W - M.left - M.right) / d.doses.length;
  const h = (H - M.top - M.bottom) / Math.max(1, d.days.length);
  const shade = (v: number) => Math.min(SHADES.length - 1, Math.max(0, Math.floor(((v - low) / (high - low || 1)) * SHADES.length)));
  const best = flat.reduce((at, v, i) => Math.abs(v) > Math.abs(flat[at]!) ? i : at, 0);
  const title = t('dose.surface', { name: d.observable, effect: three(flat[best] ?? NaN), dose: three(d.doses[best % d.doses.length]!), unit: d.doseUnit, day: shown(Math.round(10 * d.days[Math.floor(best / d.doses.length)]!) / 10) });
  return (
    <Figure name={`dose-day-${d.endpoint}`} title={title} about={t('dose.surface_about')} table={{ head: ['day of the first dose', ...d.doses.map(v => `${short(v)} ${d.doseUnit}`)], rows: d.days.map((day, i) => [day, ...d.surface[i]!]) }}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="chart" role="img" aria-label={title}>
        {d.surface.map((row, i) => row.map((v, j) => <g key={`${i}/${j}`}><rect x={M.left + j * w} y={M.top + i * h} width={w - 1} height={h - 1} fill={SHADES[shade(v)]}><title>{t('dose.cell', { day: shown(Math.round(10 * d.days[i]!) / 10), dose: three(d.doses[j]!), unit: d.doseUnit, effect: three(v) })}</title></rect>
          <text class={shade(v) > 3 ? 'cell-dark' : 'cell-light'} x={M.left + (j + 0.5) * w} y={M.top + (i + 0.5) * h + 4} text-anchor="middle">{Math.abs(v) < 1e-9 ? '0' : shown(Number(v.toPrecision(2)))}</text></g>))}
        {d.days.map((day, i) => <text key={day} class="tick" x={M.left - 8} y={M.top + (i + 0.5) * h + 4} text-anchor="end">{shown(Math.round(10 * day) / 10)}</text>)}
        {d.doses.map((dose, j) => <text key={dose} class="tick" x={M.left + (j + 0.5) * w} y={H - M.bottom + 16} text-anchor="middle">{dose === 0 ? '0' : dose.toExponential(0).replace('e+', 'e')}</text>)}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 4} text-anchor="middle">{t('dose.axis', { unit: d.doseUnit })}</text>
        <text class="tick" x={4} y={M.top - 7}>{t('dose.first_day')}</text>
      </svg>
    </Figure>
  );
}

function Hatch() {
  return <defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch-line" x1="0" y1="0" x2="0" y2="7" /></pattern></defs>;
}
