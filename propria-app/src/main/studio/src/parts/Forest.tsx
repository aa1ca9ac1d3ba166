import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { Figure } from '../plots/Figure';
import { extent, linear, logarithmic } from '../plots/scale';
import { fitted, useWidth } from '../plots/width';
import { attempt, current } from '../store';
import { short, shown, three } from '../study/model';
import { t } from '../text';
import type { Forest as Answer, ForestRow } from '../types';
import { Select } from './Field';

const ROW = 30;
const EDGE = { top: 12, bottom: 40 };

/** Published studies like this one: what was found, and what was predicted without them. Rows can be left out. */
export function Forest() {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  const [out, setOut] = useState<string[]>([]);
  const name = current.value?.name;
  useEffect(() => { if (name) void attempt(async () => { setAnswer(await get<Answer>(`studies/${encodeURIComponent(name)}/forest`)); }); }, [name]);
  if (!answer) return null;
  const count = (o: string) => answer.rows.filter(r => `${r.outcome} [${r.unit}]` === o).length;
  const outcomes = [...new Set(answer.rows.map(r => `${r.outcome} [${r.unit}]`))].sort((a, b) => count(b) - count(a));
  const chosen = outcomes.includes(outcome) ? outcome : outcomes[0] ?? '';
  const rows = answer.rows.filter(r => `${r.outcome} [${r.unit}]` === chosen);
  return (
    <section><h2>{t('forest.heading')}</h2>
      {rows.length === 0 ? <p class="empty">{t('forest.none')}</p> : <>
        <Select free label={t('forest.outcome')} value={chosen} options={outcomes.map(o => ({ value: o, label: `${o} (${count(o)})` }))} onChange={v => { setOutcome(v); setOut([]); }} />
        <Picture rows={rows} outcome={chosen} out={out} onDrop={id => setOut(out.includes(id) ? out.filter(o => o !== id) : [...out, id])} />
      </>}
    </section>
  );
}

function Picture(props: { rows: ForestRow[]; outcome: string; out: string[]; onDrop: (id: string) => void }) {
  const { rows, out } = props;
  const [W, picture] = useWidth(480);
  const M = { ...EDGE, left: Math.min(280, Math.round(W * 0.38)), right: Math.min(150, Math.round(W * 0.25)) };
  const inUse = rows.filter(r => !out.includes(r.id));
  const inside = inUse.filter(r => r.observed >= r.low && r.observed <= r.high).length;
  const folds = inUse.filter(r => r.observed > 0 && r.median > 0).map(r => Math.log(r.observed / r.median));
  const fold = folds.length > 0 ? Math.exp(folds.reduce((a, b) => a + b, 0) / folds.length) : NaN;
  const spread = folds.length > 0 ? Math.exp(folds.reduce((a, b) => a + Math.abs(b), 0) / folds.length) : NaN;
  const values = rows.flatMap(r => [r.low, r.high, r.observed]);
  const [low, high] = extent(values);
  const log = low > 0 && high / low > 50;
  const x = log ? logarithmic(low, high, M.left, W - M.right) : linear(Math.min(0, low), high, M.left, W - M.right, 5);
  const H = M.top + M.bottom + ROW * rows.length;
  const title = t('forest.title', { inside, all: inUse.length, outcome: props.outcome, fold: three(fold) });
  const table = { head: ['study', 'arm', 'day', 'observed', 'predicted', '5 %', '95 %', 'fold', 'integrity', 'left out'], rows: rows.map(r => [r.study, r.arm, r.day, r.observed, r.median, r.low, r.high, r.observed > 0 && r.median > 0 ? r.observed / r.median : NaN, r.standing, out.includes(r.id) ? 'yes' : '']) };
  return (
    <Figure name="forest" title={title} about={t('forest.about', { spread: three(spread) })} table={table}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="chart forest" role="group" aria-label={title}>
        {x.ticks.map(v => <g key={v}><line class="grid" x1={x(v)} x2={x(v)} y1={M.top} y2={H - M.bottom} /><text class="tick" x={x(v)} y={H - M.bottom + 16} text-anchor="middle">{shown(v)}</text></g>)}
        {rows.map((r, i) => {
          const y = M.top + ROW * (i + 0.5);
          const dropped = out.includes(r.id);
          const missed = r.observed < r.low || r.observed > r.high;
          return <g key={r.id} class={`interval forest-row ${dropped ? 'dropped' : ''} ${missed ? 'missed' : ''}`} role="checkbox" tabindex={0} aria-checked={!dropped} aria-label={t('forest.row', { study: r.study, arm: r.arm, observed: short(r.observed), low: short(r.low), high: short(r.high) })}
            onClick={() => props.onDrop(r.id)} onKeyDown={e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); props.onDrop(r.id); } }}>
            <rect class="hit" x="0" y={y - ROW / 2} width={W} height={ROW} />
            <text class="label" x={M.left - 12} y={y - 1} text-anchor="end">{`${r.flagged ? '▲ ' : ''}${r.study}${Number.isFinite(r.day) ? `, day ${short(r.day)}` : ''}`}</text>
            <text class="soft-text" x={M.left - 12} y={y + 12} text-anchor="end">{fitted(r.arm, M.left - 14, 6.2)}</text>
            <line x1={x(r.low)} x2={x(r.high)} y1={y} y2={y} /><circle cx={x(r.median)} cy={y} r="4" />
            <g class="other"><path d={`M${x(r.observed)} ${y - 6}l6 6l-6 6l-6-6Z`} /></g>
            <text class="tick" x={W - M.right + 10} y={y + 4}>{t(missed ? 'forest.outside' : 'forest.inside', { fold: r.observed > 0 && r.median > 0 ? three(r.observed / r.median) : '–' })}</text>
          </g>;
        })}
        <text class="tick" x={(M.left + W - M.right) / 2} y={H - 6} text-anchor="middle">{props.outcome}</text>
      </svg>
      <p class="soft">{t('forest.legend')}</p>
    </Figure>
  );
}
