import type { ArmCourse, Glyph } from '../types';
import { short, three } from '../study/model';
import { t } from '../text';
import { Figure } from './Figure';

const W = 340;
const H = 360;
const TOP = 96;
const FLOOR = 268;

/** Where the 26 cells of the two walls stand, from the base up; the first are the stem base, then the transit zone, then the mature tip. */
const CELLS = Array.from({ length: 26 }, (_, i) => {
  const side = i % 2 === 0 ? -1 : 1;
  const level = Math.floor(i / 2);
  const base = level < 3;
  const angle = base ? (level * 30 + 15) * (Math.PI / 180) : 0;
  return { x: W / 2 + side * (base ? 34 * Math.sin(angle) : 34 + level * 0.9), y: base ? FLOOR + 26 * Math.cos(angle) - 4 : FLOOR - (level - 2) * 16.5, level };
});

/**
 * A crypt in cross-section at one moment. Each glyph is one state of the model and nothing else moves: how many cells of a zone
 * are drawn, how thick the mucus is, how open the junctions are, how many bacteria lie below, how wide the vessel is.
 */
export function Crypt(props: { arm: ArmCourse; glyphs: Glyph[]; offset: number; at: number; day: number }) {
  const value = (part: string): number => {
    const k = props.glyphs.findIndex(g => g.part === part);
    return k < 0 ? NaN : props.arm.courses[props.offset + k]?.[props.at] ?? NaN;
  };
  const share = (part: string): number => {
    const glyph = props.glyphs.find(g => g.part === part);
    return glyph ? Math.min(1, Math.max(0, (value(part) - glyph.low) / (glyph.high - glyph.low))) : 0;
  };
  const zone = (level: number): string => level < 3 ? 'stem' : level < 7 ? 'transit' : 'mature';
  const drawn = CELLS.map((cell, i) => ({ ...cell, zone: zone(cell.level), secretory: cell.level > 3 && i % 4 === 1 })).map(cell => {
    const part = cell.secretory ? 'secretory' : cell.zone;
    const peers = CELLS.filter(c => zone(c.level) === cell.zone);
    const order = peers.findIndex(c => c.x === cell.x && c.y === cell.y);
    const lost = cell.level > 8 && share('denuded') > (12.5 - cell.level) / 5;
    return { ...cell, part, shown: !lost && order + 0.5 < peers.length * Math.min(1, share(part) * 1.2) };
  });
  const gap = 1 - share('junction');
  const bacteria = Math.round(share('bacteria') * 22);
  const cells = Math.round(share('inflammatory') * 26);
  const producers = Math.round(share('producers') * 18);
  const pathobionts = Math.round(share('pathobionts') * 18);
  const mucus = 8 + share('mucus') * 26;
  const vessel = 4 + share('vessel') * 12;
  const first = (part: string): number => props.arm.courses[props.offset + props.glyphs.findIndex(g => g.part === part)]?.[0] ?? NaN;
  // The headline is the glyph that has moved most of its own range since the first day.
  const far = (g: Glyph): number => Math.abs(value(g.part) - first(g.part)) / (g.high - g.low);
  const most = props.glyphs.reduce((best, g) => far(g) > far(best) ? g : best, props.glyphs[0]!);
  const title = far(most) < 0.05 ? t('crypt.title', { arm: props.arm.name, day: short(Math.round(props.day * 10) / 10) })
    : t('crypt.headline', { arm: props.arm.name, day: short(Math.round(props.day * 10) / 10), name: most.name, from: three(first(most.part)), to: three(value(most.part)) });
  const named = (part: string): string => { const g = props.glyphs.find(o => o.part === part); return g ? t('crypt.glyph', { name: g.name, state: g.quantity, value: three(value(part)) }) : part; };
  const table = { head: ['glyph', 'state', 'value', 'part of its range'], rows: props.glyphs.map(g => [g.name, g.quantity, value(g.part), share(g.part)]) };
  return (
    <Figure title={title} name={`crypt-${props.arm.id}`} table={table}>
      <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={`${title}. ${props.glyphs.map(g => `${g.name} ${short(value(g.part))}`).join('; ')}`} class="crypt">
        <rect class="lumen" x="0" y="0" width={W} height={TOP} />
        <rect class="lamina" x="0" y={TOP} width={W} height={H - TOP} />
        <path class="hollow" d={`M${W / 2 - 24} ${TOP - 4}L${W / 2 - 18} ${FLOOR}a18 18 0 0 0 36 0L${W / 2 + 24} ${TOP - 4}Z`} />
        <rect class="mucus" x="0" y={TOP - 10 - mucus} width={W} height={mucus}><title>{named('mucus')}</title></rect>
        {Array.from({ length: producers }, (_, i) => <ellipse key={i} class="bacterium" cx={(i * 71 + 17) % W} cy={18 + ((i * 29) % 34)} rx="5" ry="2.2" transform={`rotate(${(i * 47) % 90} ${(i * 71 + 17) % W} ${18 + ((i * 29) % 34)})`}><title>{named('producers')}</title></ellipse>)}
        {Array.from({ length: pathobionts }, (_, i) => <path key={i} class="pathobiont" d={`M${(i * 89 + 43) % W} ${22 + ((i * 41) % 32)}m0 -3.6l3.4 6h-6.8Z`}><title>{named('pathobionts')}</title></path>)}
        {surface().map((cell, i) => <rect key={i} class={`cell ${i % 4 === 2 ? 'secretory' : 'mature'} ${i / 12 < share('mature') * 1.2 && share('denuded') < (i * 5 % 12) / 12 + 0.08 ? '' : 'gone'}`} x={cell + gap * 2.4} y={TOP - 8} width={Math.max(2, 17 - gap * 4.8)} height="19" rx="4"><title>{`${named(i % 4 === 2 ? 'secretory' : 'mature')}; ${named('junction')}`}</title></rect>)}
        {drawn.map((c, i) => <ellipse key={i} class={`cell ${c.part} ${c.shown ? '' : 'gone'}`} cx={c.x} cy={c.y} rx="11" ry={7.6 - gap * 1.6}><title>{named(c.part)}</title></ellipse>)}
        {Array.from({ length: bacteria }, (_, i) => <ellipse key={i} class="bacterium below" cx={(i * 53 + 12) % (W - 20) + 10} cy={TOP + 26 + ((i * 37) % 96)} rx="4.4" ry="2" transform={`rotate(${(i * 61) % 90} ${(i * 53 + 12) % (W - 20) + 10} ${TOP + 26 + ((i * 37) % 96)})`}><title>{named('bacteria')}</title></ellipse>)}
        {Array.from({ length: cells }, (_, i) => <circle key={i} class="inflammatory" cx={(i * 67 + 24) % (W - 30) + 15} cy={TOP + 60 + ((i * 43) % 150)} r="4.6"><title>{named('inflammatory')}</title></circle>)}
        <path class="vessel" stroke-width={vessel} d={`M0 ${H - 26}C80 ${H - 44} 240 ${H - 8} ${W} ${H - 28}`}><title>{named('vessel')}</title></path>
        <text class="tick" x="8" y="14">{t('crypt.lumen')}</text>
        <text class="tick" x="8" y={H - 46}>{t('crypt.lamina')}</text>
        <text class="schematic" x={W - 8} y={H - 6} text-anchor="end">{t('crypt.schematic')}</text>
      </svg>
      <ul class="legend">{props.glyphs.map(g => <li key={g.part}><i class={`swatch ${g.part}`} aria-hidden="true" />{g.name} <b>{three(value(g.part))}</b></li>)}</ul>
    </Figure>
  );
}

function surface(): number[] {
  const left = Array.from({ length: 6 }, (_, i) => 8 + i * 21);
  return [...left, ...left.map(x => W - x - 17)];
}
