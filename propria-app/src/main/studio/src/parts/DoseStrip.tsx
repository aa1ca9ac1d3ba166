import { useState } from 'preact/hooks';
import { edit, study } from '../store';
import { setRegimen } from '../screens/Arms';
import { days, short, shown } from '../study/model';
import { styles, marker } from '../plots/style';
import { linear } from '../plots/scale';
import { fitted, useWidth } from '../plots/width';
import { Figure } from '../plots/Figure';
import { t } from '../text';

const ROW = 36;
const LEFT = 170;

/** A calendar of doses: each can be dragged, or moved by the arrow keys. */
export function DoseStrip() {
  const s = study.value;
  const [W, picture] = useWidth(520, 1100);
  const [held, setHeld] = useState<{ key: string; day: number } | undefined>(undefined);
  if (s.phases.length === 0) return null;
  const start = Math.min(...s.phases.map(p => days(p.from)));
  const end = Math.max(...s.phases.map(p => days(p.to)));
  const H = ROW * s.arms.length + 44;
  const x = linear(start, end, LEFT, W - 16, 10);
  const look = styles(s.arms);
  const move = (arm: number, k: number, j: number, to: number) => {
    const day = Math.min(end, Math.max(start, Math.round(to * 2) / 2));
    const regimen = s.arms[arm]!.regimen.map((r, a) => a === k ? { ...r, at: r.at.map((old, b) => b === j ? `${short(day)} d` : old) } : r);
    edit(t('strip.note', { name: s.arms[arm]!.name, day: short(day) }), text => setRegimen(text, arm, regimen));
  };
  const given = s.arms.flatMap(a => a.regimen.flatMap(r => r.at.map(at => [a.name, days(at), r.amount, r.product, r.route])));
  const dayOf = (event: PointerEvent): number => {
    const box = (event.currentTarget as Element).closest('svg')!.getBoundingClientRect();
    const px = ((event.clientX - box.left) / box.width) * W;
    return start + ((px - LEFT) / (W - 16 - LEFT)) * (end - start);
  };
  return (
    <Figure name="doses" title={given.length === 0 ? t('strip.nothing') : t(new Set(given.map(g => g[0])).size === 1 ? 'strip.headline_one' : 'strip.headline', { doses: given.length, arms: new Set(given.map(g => g[0])).size, first: short(Math.min(...given.map(g => Number(g[1])))), last: short(Math.max(...given.map(g => Number(g[1])))) })} about={t('strip.about')} table={{ head: ['arm', 'day', 'dose', 'product', 'route'], rows: given }}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="strip" role="group" aria-label={t('strip.title')}>
        {s.phases.map(p => <g key={p.name}>
          <rect class={Object.keys(p.insult).length > 0 ? 'ill' : 'calm'} x={x(days(p.from))} y={18} width={Math.max(0, x(days(p.to)) - x(days(p.from)))} height={H - 40} />
          <text class="soft-text" x={x(days(p.from)) + 4} y={12}>{p.name}</text>
        </g>)}
        {x.ticks.map(v => <g key={v}><line class="grid" x1={x(v)} x2={x(v)} y1={18} y2={H - 22} /><text class="tick" x={x(v)} y={H - 6} text-anchor="middle">{shown(v)}</text></g>)}
        <text class="tick" x={LEFT - 12} y={H - 6} text-anchor="end">{t('course.day')}</text>
        {s.arms.map((arm, i) => <g key={arm.id}>
          <text class={`label ${look.get(arm.id)?.className ?? ''}`} x={LEFT - 12} y={18 + ROW * (i + 0.5) + 4} text-anchor="end">{fitted(arm.name, LEFT - 12, 7)}</text>
          {arm.regimen.map((r, k) => r.at.map((at, j) => {
            const key = `${i}/${k}/${j}`;
            const day = held?.key === key ? held.day : days(at);
            const style = look.get(arm.id)!;
            return <path key={key} class={`dose-mark ${style.className} ${held?.key === key ? 'held' : ''}`} d={marker(style.marker === 'cross' ? 'square' : style.marker, x(day), 18 + ROW * (i + 0.5), 8)} tabindex={0} role="slider"
              aria-label={t('strip.dose', { arm: arm.name, amount: r.amount })} aria-valuemin={start} aria-valuemax={end} aria-valuenow={day}
              onKeyDown={e => { const by = { ArrowLeft: -0.5, ArrowRight: 0.5, PageUp: -7, PageDown: 7 }[e.key]; if (by !== undefined) { e.preventDefault(); move(i, k, j, day + by); } }}
              onPointerDown={e => { e.currentTarget.setPointerCapture(e.pointerId); setHeld({ key, day }); }}
              onPointerMove={e => { if (held?.key === key) setHeld({ key, day: dayOf(e) }); }}
              onPointerUp={e => { if (held?.key === key) { setHeld(undefined); move(i, k, j, dayOf(e)); } }}><title>{`${r.amount}, ${r.route}`}</title></path>;
          }))}
        </g>)}
      </svg>
    </Figure>
  );
}
