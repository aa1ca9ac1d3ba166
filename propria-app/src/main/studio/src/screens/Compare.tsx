import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { Select } from '../parts/Field';
import { Intervals } from '../plots/Intervals';
import { withError } from '../plots/Operating';
import { attempt, route, run, runs, trialRun } from '../store';
import { called, short, shown, within } from '../study/model';
import { t } from '../text';
import type { Run, RunHeadline, TrialRun } from '../types';

/** Two runs of a kind beside each other: what differs in what went in, and by how much what came out moved. */
export function Compare() {
  const shown = route.value.name;
  const own = runs.value.find(r => r.name === (run.value?.name ?? trialRun.value?.name)) ?? runs.value.find(r => r.study === shown || r.name === shown) ?? runs.value[0];
  const [wanted, setA] = useState('');
  const a = runs.value.some(r => r.name === wanted) ? wanted : own?.name ?? '';
  const kind = runs.value.find(r => r.name === a)?.kind;
  const alike = runs.value.filter(r => r.kind === kind);
  const like = (r: RunHeadline) => Number(r.title === runs.value.find(o => o.name === a)?.title) + 2 * Number(r.name.startsWith(shown));
  const near = alike.filter(r => r.name !== a).sort((x, y) => like(y) - like(x));
  const [chosen, setB] = useState('');
  useEffect(() => { setA(''); setB(''); }, [shown]);
  const b = near.some(r => r.name === chosen) ? chosen : near[0]?.name ?? '';
  const [pair, setPair] = useState<(Run | TrialRun)[]>([]);
  useEffect(() => {
    let gone = false;
    setPair([]);
    if (a && b) void attempt(() => Promise.all([a, b].map(name => get<Run | TrialRun>(`runs/${encodeURIComponent(name)}`)))).then(both => { if (both && !gone) setPair(both); });
    return () => { gone = true; };
  }, [a, b]);
  const option = (r: RunHeadline) => ({ value: r.name, label: `${r.name}: ${r.title}` });
  if (runs.value.length < 2) return <><h1>{t('compare.title')}</h1><p class="empty">{t('compare.two')}</p></>;
  const [first, second] = pair;
  return (
    <>
      <h1>{t('compare.title')}</h1>
      <p class="actions"><Select label={t('compare.first')} value={a} options={runs.value.map(option)} onChange={setA} free /><Select label={t('compare.second')} value={b} options={near.map(option)} onChange={setB} free /></p>
      {near.length === 0 && <p class="empty">{t('compare.alone')}</p>}
      {first?.kind === 'study' && second?.kind === 'study' && <Pair a={first} b={second} />}
      {first?.kind === 'trial' && second?.kind === 'trial' && <TrialPair a={first} b={second} />}
    </>
  );
}

const MEASURES = [['typical', 'design', 'power'], ['conditioned', 'design', 'assurance'], ['prior', 'design', 'assurance'], ['prior', 'null', 'type_1_error_unadjusted']] as const;

/** Two trials: inputs that differ, and power, assurance and type I error of the estimands that both have. */
function TrialPair(props: { a: TrialRun; b: TrialRun }) {
  const { a, b } = props;
  const inputs = trialFacts(a).map(([name, left], i) => ({ name, left, right: trialFacts(b)[i]?.[1] ?? '' })).filter(f => f.left !== f.right);
  const find = (r: TrialRun, m: (typeof MEASURES)[number], estimand: string, arm: string) => r.operating.find(o => o.bank === m[0] && o.population === m[1] && o.measure === m[2] && o.estimand === estimand && o.arm === arm && o.patients === r.manifest.patients);
  const rows = MEASURES.flatMap(m => [...new Map(a.operating.filter(o => o.arm).map(o => [`${o.estimand}/${o.arm}`, o])).values()].flatMap(o => {
    const left = find(a, m, o.estimand, o.arm);
    const right = find(b, m, o.estimand, o.arm);
    return left && right ? [{ key: m[0] + m[2] + o.estimand + o.arm, measure: m[0] === 'conditioned' ? 'assurance_agreeing' as const : m[2], estimand: o.estimand.replaceAll('_', ' '), left, right }] : [];
  }));
  const first = rows.find(r => r.left.value !== r.right.value);
  const files = otherFiles(a, b);
  return (
    <>
      <p class="headline">{a.manifest.summary_sha256 === b.manifest.summary_sha256 ? t('compare.same') : first ? t('compare.first_moved', { measure: t(`compare.measure_${first.measure}`), estimand: first.estimand, from: withError(first.left), to: withError(first.right) }) : t('compare.nothing')}</p>
      <Inputs rows={inputs} a={a.name} b={b.name} files={files} />
      <h2>{t('compare.outputs')}</h2>
      {rows.length === 0 ? <p>{t('compare.no_outputs')}</p> : <div class="wide" tabIndex={0} role="region" aria-label={t('compare.outputs')}><table><thead><tr><th scope="col">{t('compare.what')}</th><th scope="col">{a.name}</th><th scope="col">{b.name}</th></tr></thead>
        <tbody>{rows.map(r => <tr key={r.key}><th scope="row">{t(`compare.measure_${r.measure}`)}, {r.estimand}</th><td>{withError(r.left)}</td><td>{withError(r.right)}</td></tr>)}</tbody></table></div>}
    </>
  );
}

function trialFacts(r: TrialRun): [string, string][] {
  const m = r.manifest;
  return [[t('compare.fact.title'), m.study.title], [t('compare.fact.seed'), String(m.seed)], [t('compare.fact.population'), m.population], [t('compare.fact.patients'), String(m.patients)], [t('compare.fact.trials'), String(m.trials)], [t('compare.fact.arms'), m.arms.join(', ')],
    [t('compare.fact.people'), `${m.bank.typical_patients} + ${m.bank.draws} × ${m.bank.patients_per_draw}`], [t('compare.fact.made'), m.bank.cohort ?? t('compare.fact.as_population')]];
}

/** Files that both trials have read and that are not the same: what no line of the table tells, such as a dose, is in one of them. */
function otherFiles(a: TrialRun, b: TrialRun): string[] {
  const known = new Map(b.manifest.inputs?.map(i => [i.file, i.sha256]));
  return (a.manifest.inputs ?? []).filter(i => known.has(i.file) && known.get(i.file) !== i.sha256).map(i => i.file);
}

function Inputs(props: { rows: { name: string; left: string; right: string }[]; a: string; b: string; files?: string[] }) {
  const files = props.files ?? [];
  return <><h2>{t('compare.inputs')}</h2>
    {files.length > 0 && <p>{t('compare.files', { files: files.join(', ') })}</p>}
    {props.rows.length === 0 ? files.length === 0 && <p>{t('compare.no_inputs')}</p> : <div class="wide" tabIndex={0} role="region" aria-label={t('compare.inputs')}><table><thead><tr><th scope="col">{t('compare.what')}</th><th scope="col">{props.a}</th><th scope="col">{props.b}</th></tr></thead>
      <tbody>{props.rows.map(f => <tr key={f.name}><th scope="row">{f.name}</th><td>{f.left}</td><td>{f.right}</td></tr>)}</tbody></table></div>}</>;
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
      <p class="headline">{a.summary === b.summary ? t('compare.same') : shared.length === 0 ? t('compare.no_outputs') : moved.length > 0 ? `${t('compare.moved', { name: called(a, moved[0]!.e.id), from: said(moved[0]!.e), to: said(moved[0]!.other), unit: unit(a, moved[0]!.e.id) })}${moved.length > 1 ? ` ${t(moved.length > 2 ? 'compare.moved_more' : 'compare.moved_one', { more: moved.length - 1 })}` : ''}` : t('compare.nothing')}</p>
      <Inputs rows={inputs} a={a.name} b={b.name} />
      <h2>{t('compare.outputs')}</h2>
      {shared.length === 0 ? <p>{t('compare.no_outputs')}</p> : shared.map(({ e, other }) => <Intervals key={key(e)} title={t('compare.effect', { name: called(a, e.id), arm: armName(a, e.arm), comparator: armName(a, e.comparator), from: said(e), to: said(other), a: a.name, b: b.name, unit: unit(a, e.id) })} name={`compare-${e.id}-${e.arm}`} axis={t('compare.axis', { unit: unit(a, e.id) })}
        rows={[{ id: 'a', label: a.name, value: e.effect!, low: e.effectLower, high: e.effectUpper }, { id: 'b', label: b.name, value: other.effect!, low: other.effectLower, high: other.effectUpper }]} />)}
      <h2>{t('compare.sources')}</h2>
      <p>{gone.length + come.length === 0 ? t('compare.no_sources') : t('compare.changed_sources', { gone: gone.map(s => s.key).join(', ') || '–', come: come.map(s => s.key).join(', ') || '–' })}</p>
    </>
  );
}

const said = (e: Run['endpoints'][number]): string => within(e.effect!, Math.abs(e.effectUpper - e.effectLower) / 2);
const unit = (r: Run, id: string): string => r.names.find(n => n.id === id)?.unit ?? '';
const armName = (r: Run, id: string): string => r.arms.find(x => x.id === id)?.name || id;

/** Doses that differ in their day only are told together. */
function doses(all: Run['arms'][number]['doses']): string {
  const groups = new Map<string, string[]>();
  all.forEach(d => { const what = `${short(d.amount)} ${d.unit} ${d.productName}, ${d.route}`; groups.set(what, [...(groups.get(what) ?? []), shown(d.day)]); });
  return [...groups].map(([what, on]) => t(on.length > 1 ? 'compare.doses' : 'compare.dose', { what, days: on.join(', ') })).join('; ');
}

function facts(r: Run): [string, string][] {
  return [
    [t('compare.fact.title'), r.study.title], [t('compare.fact.seed'), String(r.seed)], [t('compare.fact.draws'), String(r.draws.used)], [t('compare.fact.subjects'), String(r.subjects.perArm)],
    [t('compare.fact.phases'), r.phases.map(p => `${p.name} ${shown(p.from)} to ${shown(p.to)} d${p.insults.map(i => `, ${i.name} ${short(i.value)} ${i.unit}`).join('')}`).join('; ')],
    [t('compare.fact.arms'), r.arms.map(x => `${x.name || x.id}: ${doses(x.doses) || t('plan.nothing')}`).join('; ')],
    [t('compare.fact.evidence'), [`${r.evidence.sourced} / ${r.evidence.assumed} / ${r.evidence.flagged}`, r.evidence.asOf].filter(Boolean).join(', ')],
  ];
}
