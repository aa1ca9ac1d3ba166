import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { Select } from '../parts/Field';
import { Intervals } from '../plots/Intervals';
import { attempt, run, runs } from '../store';
import { called, short } from '../study/model';
import { t } from '../text';
import type { Run } from '../types';

/** Two runs beside each other: what differs in what went in, and by how much what came out moved. */
export function Compare() {
  const [a, setA] = useState(run.value?.name ?? runs.value[0]?.name ?? '');
  const [b, setB] = useState(runs.value.find(r => r.name !== (run.value?.name ?? runs.value[0]?.name))?.name ?? '');
  const [pair, setPair] = useState<[Run, Run] | undefined>(undefined);
  useEffect(() => {
    setPair(undefined);
    if (a && b) void attempt(async () => { setPair(await Promise.all([get<Run>(`runs/${encodeURIComponent(a)}`), get<Run>(`runs/${encodeURIComponent(b)}`)])); });
  }, [a, b]);
  const options = runs.value.map(r => ({ value: r.name, label: `${r.name}: ${r.title}` }));
  if (options.length < 2) return <><h1>{t('compare.title')}</h1><p>{t('compare.two')}</p></>;
  return (
    <>
      <h1>{t('compare.title')}</h1>
      <p class="actions"><Select label={t('compare.first')} value={a} options={options} onChange={setA} free /><Select label={t('compare.second')} value={b} options={options} onChange={setB} free /></p>
      {pair && <Pair a={pair[0]} b={pair[1]} />}
    </>
  );
}

function Pair(props: { a: Run; b: Run }) {
  const { a, b } = props;
  const inputs = facts(a).map(([name, left], i) => ({ name, left, right: facts(b)[i]?.[1] ?? '' })).filter(f => f.left !== f.right);
  const key = (e: Run['endpoints'][number]) => `${e.id}/${e.arm}/${e.comparator}`;
  const shared = a.endpoints.filter(e => e.effect !== null).flatMap(e => { const other = b.endpoints.find(o => key(o) === key(e) && o.effect !== null); return other ? [{ e, other }] : []; });
  const gone = a.sources.filter(s => !b.sources.some(o => o.key === s.key));
  const come = b.sources.filter(s => !a.sources.some(o => o.key === s.key));
  const moved = shared.filter(s => Math.abs(s.e.effect! - s.other.effect!) > 0);
  return (
    <>
      <p class="headline">{a.summary === b.summary ? t('compare.same') : moved.length > 0 ? t('compare.moved', { name: called(a, moved[0]!.e.id), from: short(moved[0]!.e.effect!), to: short(moved[0]!.other.effect!), more: moved.length - 1 }) : t('compare.nothing')}</p>
      <h2>{t('compare.inputs')}</h2>
      {inputs.length === 0 ? <p>{t('compare.no_inputs')}</p> : <div class="wide" tabIndex={0} role="region" aria-label={t('compare.inputs')}><table><thead><tr><th scope="col">{t('compare.what')}</th><th scope="col">{a.name}</th><th scope="col">{b.name}</th></tr></thead>
        <tbody>{inputs.map(f => <tr key={f.name}><th scope="row">{f.name}</th><td>{f.left}</td><td>{f.right}</td></tr>)}</tbody></table></div>}
      <h2>{t('compare.outputs')}</h2>
      {shared.length === 0 ? <p>{t('compare.no_outputs')}</p> : shared.map(({ e, other }) => <Intervals key={key(e)} title={t('compare.effect', { name: called(a, e.id) })} name={`compare-${e.id}`} axis={t('compare.axis')}
        rows={[{ id: 'a', label: a.name, value: e.effect!, low: e.effectLower, high: e.effectUpper }, { id: 'b', label: b.name, value: other.effect!, low: other.effectLower, high: other.effectUpper }]} />)}
      <h2>{t('compare.sources')}</h2>
      <p>{gone.length + come.length === 0 ? t('compare.no_sources') : t('compare.changed_sources', { gone: gone.map(s => s.key).join(', ') || '–', come: come.map(s => s.key).join(', ') || '–' })}</p>
    </>
  );
}

function facts(r: Run): [string, string][] {
  return [
    [t('compare.fact.title'), r.study.title], [t('compare.fact.seed'), String(r.seed)], [t('compare.fact.draws'), String(r.draws.used)], [t('compare.fact.subjects'), String(r.subjects.perArm)],
    [t('compare.fact.phases'), r.phases.map(p => `${p.name} ${short(p.from)} to ${short(p.to)} d${p.insults.map(i => `, ${i.name} ${short(i.value)} ${i.unit}`).join('')}`).join('; ')],
    [t('compare.fact.arms'), r.arms.map(x => `${x.name || x.id}: ${x.doses.map(d => `${short(d.amount)} ${d.unit} ${d.productName} ${d.route} day ${short(d.day)}`).join(', ') || '–'}`).join('; ')],
    [t('compare.fact.evidence'), `${r.evidence.sourced} / ${r.evidence.assumed} / ${r.evidence.flagged}, ${r.evidence.asOf}`],
  ];
}
