import { short, three } from '../study/model';
import { t } from '../text';
import type { Tornado } from '../types';
import { Figure } from './Figure';
import { linear } from './scale';

const W = 760;
const ROW = 30;
const M = { left: 300, right: 24, top: 14, bottom: 40 };

/** What a tenth more or less of a parameter does to the effect; each bar is a sentence. */
export function TornadoPlot(props: { tornado: Tornado; name: string }) {
  const d = props.tornado;
  const bars = d.bars.filter(b => Number.isFinite(b.less) && Number.isFinite(b.more) && Math.max(Math.abs(b.less), Math.abs(b.more)) > Math.abs(d.effect) * 1e-4).slice(0, 12);
  if (bars.length === 0) return <p class="empty">{t('tornado.none')}</p>;
  const most = Math.max(...bars.flatMap(b => [Math.abs(b.less), Math.abs(b.more)]));
  const H = M.top + M.bottom + ROW * bars.length;
  const x = linear(-most, most, M.left, W - M.right, 4);
  const say = (b: (typeof bars)[number]) => t(Math.abs(d.effect + b.more) < Math.abs(d.effect) ? 'tornado.shrinks' : 'tornado.grows', { name: b.name, by: three(Math.abs(b.more)), unit: d.unit, endpoint: props.name });
  const title = `${say(bars[0]!)}`;
  return (
    <Figure name={`tornado-${d.endpoint}`} title={title} about={t('tornado.about', { effect: three(d.effect), unit: d.unit })} table={{ head: ['parameter', 'what', 'value', 'unit', '10 % less', '10 % more'], rows: d.bars.map(b => [b.parameter, b.name, b.value, b.unit, b.less, b.more]) }}>
      <svg viewBox={`0 0 ${W} ${H}`} class="chart" role="img" aria-label={`${title}. ${bars.slice(1, 5).map(say).join(' ')}`}>
        {x.ticks.map(v => <g key={v}><line class="grid" x1={x(v)} x2={x(v)} y1={M.top} y2={H - M.bottom} /><text class="tick" x={x(v)} y={H - M.bottom + 16} text-anchor="middle">{short(v)}</text></g>)}
        <line class="zero" x1={x(0)} x2={x(0)} y1={M.top} y2={H - M.bottom} />
        {bars.map((b, i) => {
          const top = M.top + ROW * i + 6;
          return <g key={b.parameter}><title>{say(b)}</title>
            <text class="label" x={M.left - 10} y={top + 9} text-anchor="end">{b.name.length > 40 ? `${b.name.slice(0, 39)}…` : b.name}</text>
            <text class="soft-text" x={M.left - 10} y={top + 20} text-anchor="end">{b.parameter.length > 40 ? `${b.parameter.slice(0, 39)}…` : b.parameter}</text>
            <rect class="less" x={Math.min(x(0), x(b.less))} width={Math.abs(x(b.less) - x(0))} y={top} height={8} />
            <rect class="more" x={Math.min(x(0), x(b.more))} width={Math.abs(x(b.more) - x(0))} y={top + 9} height={8} />
          </g>;
        })}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 6} text-anchor="middle">{t('tornado.axis', { unit: d.unit })}</text>
      </svg>
      <p class="soft"><i class="swatch less" aria-hidden="true" />{t('tornado.less')} <i class="swatch more" aria-hidden="true" />{t('tornado.more')}</p>
    </Figure>
  );
}
