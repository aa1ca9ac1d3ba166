import { days, short } from '../study/model';
import type { Study } from '../study/model';
import type { Trial } from '../study/trial';
import { t } from '../text';
import { marker, styles } from './style';
import { linear } from './scale';
import { Figure } from './Figure';
import { fitted, useWidth } from './width';

const ROW = 40;
const LEFT = 150;

/** The protocol at a glance: arms with their doses, visits, the visit of each endpoint. */
export function DesignStrip(props: { study: Study; trial: Trial }) {
  const { trial } = props;
  const [W, picture] = useWidth(560, 1100);
  const arms = Object.keys(trial.allocation).map(id => props.study.arms.find(a => a.id === id)).filter(a => a !== undefined);
  const visits = trial.visits.map(v => ({ ...v, day: days(v.at) })).filter(v => Number.isFinite(v.day));
  const end = Math.max(1, ...visits.map(v => v.day));
  const x = linear(0, end, LEFT, W - 30, 8);
  const H = 40 + ROW * arms.length + 40;
  const look = styles(arms.map(a => ({ id: a.id, role: a.role })));
  const total = Object.values(trial.allocation).reduce((sum, n) => sum + Number(n), 0);
  const read = (day: number) => trial.endpoints.filter(e => e.at.split(',').some(at => days(at.trim()) === day)).map(e => e.id.replaceAll('_', ' ')).join(', ');
  const title = t('strip.design', { patients: trial.patients, arms: arms.map(a => a.name).join(', '), end: short(Math.round(end / 0.7) / 10) });
  const table = { head: ['what', 'day', 'text'], rows: [...visits.map(v => [v.name, v.day, read(v.day)]), ...arms.flatMap(a => a.regimen.flatMap(r => r.at.map(at => [a.name, days(at), `${r.amount} ${r.product}`])))] };
  return (
    <Figure name="design" title={title} about={t('strip.design_about', { strata: trial.strata.map(s => s.replaceAll('_', ' ')).join(', ') || t('strip.no_strata'), screening: trial.screening.map(c => `${c.score.replaceAll('_', ' ')} ${c.low}${c.high ? ` to ${c.high}` : ' or more'}`).join(', ') || t('strip.no_screening') })} table={table}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="strip" role="img" aria-label={title}>
        {visits.map(v => <g key={v.at}><line class={read(v.day) ? 'visit read' : 'visit'} x1={x(v.day)} x2={x(v.day)} y1={30} y2={H - 34} /><text class="tick" x={x(v.day)} y={20} text-anchor={v.day > end * 0.95 ? 'end' : 'middle'}>{v.name}</text></g>)}
        <line class="visit" x1={x(0)} x2={x(0)} y1={30} y2={H - 34} /><text class="tick" x={x(0)} y={20} text-anchor="middle">{t('strip.start')}</text>
        {arms.map((a, i) => {
          const style = look.get(a.id)!;
          const mid = 34 + ROW * (i + 0.5);
          return <g key={a.id}>
            <text class={`label ${style.className}`} x={LEFT - 12} y={mid - 2} text-anchor="end">{fitted(a.name, LEFT - 12, 7)}</text>
            <text class="soft-text" x={LEFT - 12} y={mid + 12} text-anchor="end">{`n = ${Math.round((trial.patients * Number(trial.allocation[a.id])) / total)}`}</text>
            <line class={`arm-line ${style.className}`} stroke-dasharray={style.dash} x1={x(0)} x2={x(end)} y1={mid} y2={mid} />
            {a.regimen.flatMap(r => r.at.map(at => <path key={r.product + at} class={`dose-mark ${style.className}`} d={marker(style.marker === 'cross' ? 'square' : style.marker, x(days(at)), mid, 7)}><title>{`${r.amount}, ${r.route.replaceAll('_', ' ')}, day ${short(days(at))}`}</title></path>))}
          </g>;
        })}
        {visits.filter(v => read(v.day)).map((v, i, all) => <text key={`e${v.at}`} class="soft-text" x={x(v.day)} y={H - 20 + (all.length > 1 ? (i % 2) * 15 : 0)} text-anchor={v.day > end * 0.6 ? 'end' : 'middle'}>{read(v.day)}</text>)}
      </svg>
    </Figure>
  );
}
