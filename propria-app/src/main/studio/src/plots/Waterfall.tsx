import { brushSubject, chooseSubject } from '../store';
import { shown, three } from '../study/model';
import { t, unitName } from '../text';
import type { SubjectEffects } from '../types';
import { Figure } from './Figure';
import { linear } from './scale';
import { useWidth } from './width';

const H = 250;
const M = { left: 58, right: 16, top: 16, bottom: 34 };

/** One bar a virtual subject, sorted: its own difference between the two arms. A chosen bar is marked in every picture. */
export function Waterfall(props: { effects: SubjectEffects; name: string; unit: string; better: string; arm: string; comparator: string }) {
  const e = props.effects;
  const [W, picture] = useWidth();
  const sorted = [...e.subjects].map(s => ({ ...s, difference: s.treated - s.control })).sort((a, b) => a.difference - b.difference);
  if (sorted.length === 0) return null;
  const low = Math.min(0, sorted[0]!.difference);
  const high = Math.max(0, sorted.at(-1)!.difference);
  const y = linear(low, high, H - M.bottom, M.top, 5);
  const width = (W - M.left - M.right) / sorted.length;
  const good = (d: number) => props.better === 'higher' ? d > 0 : d < 0;
  const better = sorted.filter(s => good(s.difference)).length;
  const title = t('waterfall.title', { arm: props.arm, comparator: props.comparator, name: props.name, better, all: sorted.length });
  const at = sorted.findIndex(s => s.draw === brushSubject.value?.draw && s.number === brushSubject.value.number);
  const keys = (event: KeyboardEvent) => {
    const move = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = sorted[Math.min(sorted.length - 1, Math.max(0, (at < 0 ? 0 : at) + move))]!;
    if (sorted.indexOf(next) !== at) void chooseSubject(next.draw, next.number);
  };
  const chosen = sorted[at];
  return (
    <Figure result name={`waterfall-${e.endpoint}-${e.arm}`} title={title} about={t(e.all > sorted.length ? 'waterfall.about_some' : 'waterfall.about', { shown: sorted.length, all: e.all })}
      table={{ head: ['draw', 'subject', props.arm, props.comparator, 'difference'], rows: sorted.map(s => [s.draw, s.number, s.treated, s.control, s.difference]) }}>
      <svg ref={picture} viewBox={`0 0 ${W} ${H}`} class="chart waterfall" role="img" tabindex={0} aria-label={title} onKeyDown={keys}>
        {y.ticks.map(v => <g key={v}><line class="grid" x1={M.left} x2={W - M.right} y1={y(v)} y2={y(v)} /><text class="tick" x={M.left - 6} y={y(v) + 4} text-anchor="end">{shown(v)}</text></g>)}
        {sorted.map((s, i) => <rect key={i} class={`fall ${good(s.difference) ? 'good' : 'bad'} ${i === at ? 'marked' : ''}`} x={M.left + i * width} width={Math.max(0.8, width - (width > 3 ? 1 : 0))} y={Math.min(y(0), y(s.difference))} height={Math.max(0.8, Math.abs(y(s.difference) - y(0)))} onClick={() => void chooseSubject(s.draw, s.number)}><title>{t('waterfall.bar', { number: s.number, draw: s.draw, difference: three(s.difference), unit: props.unit })}</title></rect>)}
        <line class="zero" x1={M.left} x2={W - M.right} y1={y(0)} y2={y(0)} />
        <line class="responder" x1={M.left + sorted.filter(s => s.difference < 0).length * width} x2={M.left + sorted.filter(s => s.difference < 0).length * width} y1={M.top} y2={H - M.bottom} />
        <text class="tick" x={4} y={M.top - 5}>{unitName(props.unit)}</text>
        <text class="tick" x={(M.left + W) / 2} y={H - 8} text-anchor="middle">{t('waterfall.axis')}</text>
      </svg>
      <p class="reading" aria-live="polite">{chosen ? t('waterfall.reading', { number: chosen.number, draw: chosen.draw, arm: props.arm, treated: three(chosen.treated), comparator: props.comparator, control: three(chosen.control), difference: three(chosen.difference), unit: props.unit }) : t('waterfall.hint')}</p>
    </Figure>
  );
}
