import { useMemo, useState } from 'preact/hooks';
import type { Network, Preview } from '../types';
import { short } from '../study/model';
import { t } from '../text';
import { Figure } from './Figure';

const W = 760;
const H = 520;
/** Lines that an eye can follow; the others are shown when they are asked for. */
const STRONGEST = 30;

interface Flow { from: string; to: string; makes: number; takes: number; names: string[]; places: string[] }

/** The mechanism as organs, one of which can be opened into its species. Widths are the rates of reactions in one arm on one day. */
export function NetworkPlot(props: { network: Network; courses: Preview; arm: number; at: number; onOpen: (id: string) => void }) {
  const [opened, setOpened] = useState('');
  const [whole, setWhole] = useState(false);
  const { network, courses } = props;
  const organOf = useMemo(() => new Map(network.nodes.map(n => [n.id, n.organ])), [network]);
  const offset = courses.observables.length;
  const rate = (arm: number, reaction: number): number => courses.arms[arm]?.courses[offset + reaction]?.[props.at] ?? 0;
  const place = useMemo(() => layout(network, opened), [network, opened]);
  const shownId = (species: string): string => organOf.get(species) === opened ? species : organOf.get(species) ?? 'other';
  const flows = new Map<string, Flow>();
  for (const edge of network.edges) {
    const from = shownId(edge.from);
    const to = shownId(edge.to);
    if (from === to || !place.has(from) || !place.has(to)) continue;
    const key = `${from}>${to}`;
    const flow = flows.get(key) ?? { from, to, makes: 0, takes: 0, names: [], places: [] };
    const v = Math.abs(rate(props.arm, edge.reaction));
    if (edge.makes) flow.makes += v; else flow.takes += v;
    if (v > 0 && !flow.names.includes(edge.name)) { flow.names.push(edge.name); flow.places.push(edge.place); }
    flows.set(key, flow);
  }
  const all = [...flows.values()].filter(f => f.makes + f.takes > 0).sort((a, b) => b.makes + b.takes - a.makes - a.takes);
  const shown = whole ? all : all.slice(0, STRONGEST);
  const isOrgan = (id: string): boolean => id === 'other' || network.organs.some(o => o.id === id);
  const most = Math.max(1e-12, all[0] ? all[0].makes + all[0].takes : 1);
  const label = (id: string): string => network.organs.find(o => o.id === id)?.name ?? network.nodes.find(n => n.id === id)?.name ?? id;
  const table = { head: ['from', 'to', 'makes', 'takes', 'reactions', 'where'], rows: all.map(f => [label(f.from), label(f.to), f.makes, f.takes, f.names.join('; '), f.places.map(p => p.split('/').slice(-1)[0] ?? '').join('; ')]) };
  return (
    <Figure title={t('network.title', { arm: courses.arms[props.arm]?.name ?? '', day: short(Math.round((courses.times[props.at] ?? 0) * 10) / 10) })} about={t('network.about')} name="network" table={table}>
      <svg viewBox={`0 0 ${W} ${H}`} class="network" role="group" aria-label={t('network.label')}>
        <defs>
          <marker id="makes" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="makes-head" d="M0 0L10 5L0 10Z" /></marker>
          <marker id="takes" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path class="takes-head" d="M4 0V10" /></marker>
        </defs>
        {shown.map(f => {
          const a = place.get(f.from)!;
          const b = place.get(f.to)!;
          const makes = f.makes >= f.takes;
          return <path key={f.from + f.to} class={makes ? 'makes' : 'takes'} marker-end={`url(#${makes ? 'makes' : 'takes'})`} stroke-width={0.6 + 7 * Math.sqrt((f.makes + f.takes) / most)} d={curve(a, b, isOrgan(f.from), isOrgan(f.to))}><title>{t('network.edge', { from: label(f.from), to: label(f.to), what: f.names.slice(0, 6).join('; ') })}</title></path>;
        })}
        {[...place].map(([id, p]) => {
          const organ = isOrgan(id);
          return <g key={id} class={organ ? 'organ' : 'species'} role="button" tabindex={0} {...(organ ? { 'aria-label': t('network.open', { name: label(id) }) } : {})} transform={`translate(${p.x} ${p.y})`}
            onClick={() => organ ? setOpened(opened === id ? '' : id) : props.onOpen(id)} onKeyDown={e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); organ ? setOpened(opened === id ? '' : id) : props.onOpen(id); } }}>
            {!organ && <title>{label(id)}</title>}
            {organ ? <rect x="-72" y="-19" width="144" height="38" rx="9" /> : <circle r="5.5" />}
            <text text-anchor={organ ? 'middle' : p.x > W / 2 ? 'start' : 'end'} x={organ ? 0 : p.x > W / 2 ? 9 : -9} y="4">{short30(label(id))}</text>
          </g>;
        })}
      </svg>
      <p class="soft">{opened ? <button type="button" class="quiet" onClick={() => setOpened('')}>{t('network.close', { name: label(opened) })}</button> : t('network.hint')} {all.length > STRONGEST && <button type="button" class="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>{t(whole ? 'network.fewer' : 'network.all', { shown: STRONGEST, all: all.length })}</button>}</p>
    </Figure>
  );
}

const short30 = (text: string): string => text.length > 24 ? `${text.slice(0, 23)}…` : text;

interface Spot { x: number; y: number }

/** Organs on a ring, always at the same places; the species of the opened one in two columns inside. */
function layout(network: Network, opened: string): Map<string, Spot> {
  const organs = [...network.organs.map(o => o.id), ...(network.nodes.some(n => n.organ === 'other') ? ['other'] : [])];
  const spots = new Map<string, Spot>();
  organs.forEach((id, i) => {
    if (id === opened) return;
    const angle = (i / organs.length) * 2 * Math.PI - Math.PI / 2;
    spots.set(id, { x: W / 2 + Math.cos(angle) * (W / 2 - 84), y: H / 2 + Math.sin(angle) * (H / 2 - 30) });
  });
  const inside = network.nodes.filter(n => n.organ === opened);
  const half = Math.ceil(inside.length / 2);
  inside.forEach((n, i) => {
    const left = i < half;
    const row = left ? i : i - half;
    const rows = left ? half : inside.length - half;
    spots.set(n.id, { x: W / 2 + (left ? -95 : 95), y: H / 2 + (row - (rows - 1) / 2) * Math.min(25, (H - 150) / Math.max(1, rows - 1)) });
  });
  return spots;
}

/** A curve from the edge of one place to the edge of the other, so that its head is seen. */
function curve(a: Spot, b: Spot, from: boolean, to: boolean): string {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.hypot(dx, dy) || 1;
  const bend = 0.12 * length;
  const middle = { x: (a.x + b.x) / 2 - (dy / length) * bend, y: (a.y + b.y) / 2 + (dx / length) * bend };
  const start = edge(a, middle, from);
  const end = edge(b, middle, to);
  return `M${start.x.toFixed(1)} ${start.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
}

/** Where a line that comes from elsewhere meets the outline of a place: the box of an organ, the dot of a species. */
function edge(at: Spot, elsewhere: Spot, organ: boolean): Spot {
  const dx = elsewhere.x - at.x;
  const dy = elsewhere.y - at.y;
  const share = organ ? Math.min(76 / Math.max(1e-9, Math.abs(dx)), 23 / Math.max(1e-9, Math.abs(dy))) : 9 / (Math.hypot(dx, dy) || 1);
  return { x: at.x + dx * Math.min(1, share), y: at.y + dy * Math.min(1, share) };
}
