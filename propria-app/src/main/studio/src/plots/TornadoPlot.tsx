import { shown, three } from '../study/model';
import { t } from '../text';
import type { Tornado } from '../types';
import { Figure } from './Figure';
import { linear } from './scale';
import { useWidth, wrapped } from './width';

const ROW = 36;
const EDGE = { right: 24, top: 14, bottom: 40 };

/** What a tenth more or less of a parameter does to the effect; each bar is a sentence. */
export function TornadoPlot(props: { tornado: Tornado; name: string }) {
  const d = props.tornado;
  const [W, picture] = useWidth();
  const M = { ...EDGE, left: Math.min(320, Math.round(W * 0.42)) };
  const bars = d.bars.filter(b => Number.isFinite(b.less) && Number.isFinite(b.more) && Math.max(Math.abs(b.less), Math.abs(b.more)) > Math.abs(d.effect) * 1e-4).slice(0, 12);
  if (bars.length === 0) return <p class="empty">{t('tornado.none')}</p>;
  const moves = bars.flatMap(b => [b.less, b.more, ...(b.over ? [b.over.less.lower, b.over.less.upper, b.over.more.lower, b.over.more.upper] : [])]).filter(Number.isFinite);
  const most = Math.max(...moves.map(Math.abs));
  const H = M.top + M.bottom + ROW * bars.length;
  const x = linear(-most, most, M.left, W - M.right, 4);
  const say = (b: (typeof bars)[number]) => t(Math.abs(d.effect + b.more) < Math.abs(d.effect) ? 'tornado.shrinks' : 'tornado.grows', { name: b.name, by: three(Math.abs(b.more)), unit: d.unit, endpoint: props.name });
  const title = `${say(bars[0]!)}`;
  return (
    <Figure name={`tornado-${d.endpoint}`} title={title} about={t('tornado.about', { effect: three(d.effect), unit: d.unit })} table={{ head: ['parameter', 'what', 'value', 'unit', '10 % less', '10 % more', ...(d.draws > 0 ? ['less: 5 %', 'less: 95 %', 'more: 5 %', 'more: 95 %'] : [])], rows: d.bars.map(b => [b.parameter, b.name, b.value, b.unit, b.less, b.more, ...(b.over ? [b.over.less.lower, b.over.less.upper, b.over.more.lower, b.over.more.upper] : [])]) }}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="chart" role="img" aria-label={`${title}. ${bars.slice(1, 5).map(say).join(' ')}`}>
        {x.ticks.map(v => <g key={v}><line class="grid" x1={x(v)} x2={x(v)} y1={M.top} y2={H - M.bottom} /><text class="tick" x={x(v)} y={H - M.bottom + 16} text-anchor="middle">{shown(v)}</text></g>)}
        <line class="zero" x1={x(0)} x2={x(0)} y1={M.top} y2={H - M.bottom} />
        {bars.map((b, i) => {
          const top = M.top + ROW * i + 6;
          return <g key={b.parameter}><title>{say(b)}</title>
            {wrapped(b.name, M.left - 10, 6.9).map((words, k, all) => <text key={k} class="label" x={M.left - 10} y={top + 13 + (k - (all.length - 1) / 2) * 14} text-anchor="end">{words}</text>)}
            <rect class="less" x={Math.min(x(0), x(b.less))} width={Math.abs(x(b.less) - x(0))} y={top} height={8} />
            <rect class="more" x={Math.min(x(0), x(b.more))} width={Math.abs(x(b.more) - x(0))} y={top + 9} height={8} />
            {b.over && <><path class="whisker" d={whisker(x(b.over.less.lower), x(b.over.less.upper), top + 4)} /><path class="whisker" d={whisker(x(b.over.more.lower), x(b.over.more.upper), top + 13)} /></>}
          </g>;
        })}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 6} text-anchor="middle">{t('tornado.axis', { unit: d.unit })}</text>
      </svg>
      <p class="soft"><i class="swatch less" aria-hidden="true" />{t('tornado.less')}{' \u00a0 '}<i class="swatch more" aria-hidden="true" />{t('tornado.more')}{d.draws > 0 && <>. {t('tornado.band', { draws: d.draws })}</>}</p>
    </Figure>
  );
}

/** A thin line between two places, with its ends marked. */
const whisker = (from: number, to: number, y: number): string => Number.isFinite(from) && Number.isFinite(to) ? `M${from} ${y - 3}v6M${from} ${y}H${to}M${to} ${y - 3}v6` : '';
