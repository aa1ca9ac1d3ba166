import { short } from '../study/model';
import { t } from '../text';
import type { Learned } from '../types';
import { Figure } from './Figure';
import { fitted, useWidth } from './width';

const ROW = 26;
const EDGE = { top: 26, bottom: 10 };

/** What the evidence taught of each parameter: belief before (thin) and after (thick), each on its own scale, and a word. */
export function Learnt(props: { parameters: Learned[] }) {
  const [W, picture] = useWidth(460);
  const M = { ...EDGE, left: Math.min(380, Math.round(W * 0.44)), right: Math.min(180, Math.round(W * 0.27)) };
  const rows = [...props.parameters].sort((a, b) => b.gone - a.gone);
  const narrowed = rows.filter(r => r.gone >= 0.3).length;
  const H = M.top + M.bottom + ROW * rows.length;
  const title = t('learnt.title', { narrowed, all: rows.length });
  const place = (r: Learned, v: number) => M.left + ((Math.log(v) - Math.log(r.priorLow)) / (Math.log(r.priorHigh) - Math.log(r.priorLow))) * (W - M.left - M.right);
  const at = (r: Learned, v: number) => r.priorLow > 0 && v > 0 ? Math.min(W - M.right + 6, Math.max(M.left - 6, place(r, v))) : M.left + Math.min(1, Math.max(0, (v - r.priorLow) / (r.priorHigh - r.priorLow))) * (W - M.left - M.right);
  return (
    <Figure name="identifiability" title={title} about={t('learnt.about')} table={{ head: ['parameter', 'what', 'before: 5 %', 'median', '95 %', 'after: 5 %', 'median', '95 %', 'part of the variance gone', 'verdict'], rows: rows.map(r => [r.parameter, r.why, r.priorLow, r.prior, r.priorHigh, r.low, r.median, r.high, r.gone, r.verdict]) }}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="chart" role="img" aria-label={title}>
        <text class="soft-text" x={M.left} y={16}>{t('learnt.low')}</text><text class="soft-text" x={W - M.right} y={16} text-anchor="end">{t('learnt.high')}</text>
        {rows.map((r, i) => {
          const y = M.top + ROW * (i + 0.5);
          return <g key={r.parameter} class="learnt"><title>{t('learnt.row', { why: r.why, from: short(r.low), to: short(r.high), before: `${short(r.priorLow)}–${short(r.priorHigh)}`, verdict: r.verdict })}</title>
            <text class="label" x={M.left - 12} y={y + 4} text-anchor="end">{fitted(r.why || r.parameter, M.left - 14, 6.9)}</text>
            <line class="before" x1={at(r, r.priorLow)} x2={at(r, r.priorHigh)} y1={y} y2={y} />
            <line class={`after ${r.gone >= 0.3 ? '' : 'flat'}`} x1={at(r, r.low)} x2={at(r, r.high)} y1={y} y2={y} /><circle class="middle" cx={at(r, r.median)} cy={y} r="3.6" />
            <text class="tick" x={W - M.right + 14} y={y + 4}>{fitted(r.verdict, M.right - 16, 6)}</text>
          </g>;
        })}
      </svg>
    </Figure>
  );
}
