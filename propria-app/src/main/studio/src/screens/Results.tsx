import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { attempt, current, route, run } from '../store';
import { get } from '../api';
import { RunCourses, Courses } from '../parts/Courses';
import { Forecasts } from '../parts/Forecast';
import { Forest } from '../parts/Forest';
import { Made } from '../parts/Mode';
import { Sensitivity } from '../parts/Sensitivity';
import { RetractionTornado } from '../parts/SourcesOff';
import { Subjects } from '../parts/Subjects';
import { Intervals } from '../plots/Intervals';
import { called, interval, short, shown } from '../study/model';
import { t, unitName } from '../text';
import type { Run, Why } from '../types';

/** The answer with its interval and its doubts, then the pictures. */
export function Results() {
  const r = run.value;
  if (!r) return <><h1>{t('results.none')}</h1><p>{t('results.press')}</p><Courses /></>;
  return (
    <>
      <Made mode={r.mode} />
      <section class="answer" aria-labelledby="answer">
        <p class="soft">{r.study.question}</p>
        <h1 id="answer">{r.answer}</h1>
        <p class="soft">{r.contains}</p>
        {r.further.length > 0 && <ul>{r.further.map(f => <li key={f}>{f}</li>)}</ul>}
      </section>
      <section class="doubts"><h2>{t('results.doubts')}</h2><ol>{r.doubts.map(d => <li key={d}>{d}</li>)}</ol></section>
      {r.calibrated && <p class="posterior">{t('results.posterior')}</p>}
      <p class="soft hash">{t('results.hash', { hash: r.summary })}</p>
      <Contents name={current.value?.name ?? ''} />
      <Part id="courses"><h2>{t('results.section_courses')}</h2><p class="soft">{t('results.brush')}</p><RunCourses run={r} /></Part>
      <Part id="effects"><h2>{t('results.section_effects')}</h2><Effects run={r} /></Part>
      <Part id="forecast"><Forecasts run={r} /></Part>
      <Part id="why"><WhyPart run={r} /></Part>
      <Part id="subjects"><Subjects run={r} /></Part>
      <Part id="sources"><RetractionTornado /></Part>
      <Part id="sensitivity"><Sensitivity run={r} /><Influences run={r} /></Part>
      <Part id="published"><h2>{t('results.section_published')}</h2><Predicted run={r} /><Forest /></Part>
    </>
  );
}

const SECTIONS = ['courses', 'effects', 'forecast', 'why', 'subjects', 'sources', 'sensitivity', 'published'] as const;

/** The parts of the page. The address keeps the one that was chosen, so that going away and coming back leads there. */
function Contents(props: { name: string }) {
  const at = route.value.detail;
  const show = (part: string) => {
    const element = document.getElementById(`results-${part}`);
    element?.scrollIntoView();
    element?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!(SECTIONS as readonly string[]).includes(at)) return undefined;
    const later = setTimeout(() => show(at), 120);
    return () => clearTimeout(later);
  }, [at]);
  return <nav class="contents" aria-label={t('results.contents')}>{SECTIONS.map(s => <a key={s} href={`#/results/${encodeURIComponent(props.name)}/${s}`} aria-current={at === s ? 'location' : undefined} onClick={() => { if (at === s) show(s); }}>{t(`results.section_${s}`)}</a>)}</nav>;
}

function Part(props: { id: (typeof SECTIONS)[number]; children: ComponentChildren }) {
  return <div id={`results-${props.id}`} tabIndex={-1} class="part">{props.children}</div>;
}

/** All differences between arms in one picture: each in percent of its comparator, and in its own unit at the right. */
function Effects(props: { run: Run }) {
  const r = props.run;
  const rows = r.endpoints.filter(e => e.effect !== null);
  const name = (arm: string) => r.arms.find(a => a.id === arm)?.name || arm;
  const unit = (id: string) => unitName(r.names.find(n => n.id === id)?.unit ?? '');
  const control = (e: Run['endpoints'][number]) => r.endpoints.find(o => o.id === e.id && o.arm === e.comparator && o.effect === null)?.estimate ?? e.estimate - e.effect!;
  const first = rows[0];
  if (!first) return null;
  const many = new Set(rows.map(e => `${e.arm}/${e.comparator}`)).size > 1;
  const sure = rows.filter(e => e.effectLower > 0 || e.effectUpper < 0).length;
  const part = (e: Run['endpoints'][number], v: number) => 100 * v / Math.abs(control(e));
  return <Intervals result name="effects" title={t('results.effects', { sure, all: rows.length, a: many ? t('results.arms') : name(first.arm), b: name(first.comparator) })} about={t('results.level', { level: Math.round(first.level * 100), contains: first.contains })} axis={t('results.effects_axis')} clip={[-200, 400]}
    rows={rows.map(e => ({ id: e.id + e.arm, label: called(r, e.id), note: `${name(e.arm)} – ${name(e.comparator)}`, value: part(e, e.effect!), low: part(e, e.effectLower), high: part(e, e.effectUpper), text: `${interval(e.effect!, e.effectLower, e.effectUpper)} ${unit(e.id)}` }))} />;
}

function Predicted(props: { run: Run }) {
  const rows = props.run.measurements.filter(m => m.inside === 'yes' || m.inside === 'no');
  if (rows.length === 0) return null;
  const inside = rows.filter(m => m.inside === 'yes').length;
  const numeric = rows.filter(m => m.unit !== 'direction');
  return <><p class="soft">{t('results.inside', { inside, all: rows.length })}</p>{props.run.observables.map(o => {
    const own = numeric.filter(m => m.observable === o.id);
    return own.length === 0 ? null : <Intervals result key={o.id} title={t('results.predicted', { name: o.name, inside: own.filter(m => m.inside === 'yes').length, all: own.length })} name={`predicted-${o.id}`} axis={unitName(o.unit)} legend={t('results.legend')}
      zero={null}
      rows={own.map((m, i) => ({ id: String(i), label: `${props.run.arms.find(a => a.id === m.arm)?.name || m.arm}, day ${short(m.day)}`, note: m.source, value: m.predictedMedian, low: m.predictedLow, high: m.predictedHigh, className: m.inside === 'yes' ? '' : 'missed', other: { value: m.value, low: m.value - (m.spread ?? 0), high: m.value + (m.spread ?? 0) } }))} />;
  })}</>;
}

function Influences(props: { run: Run }) {
  const first = props.run.influences[0]?.endpoint;
  const rows = props.run.influences.filter(i => i.endpoint === first).slice(0, 10);
  if (rows.length === 0) return null;
  return <Intervals result title={t('results.influence', { endpoint: called(props.run, first ?? ''), name: rows[0]!.name })} about={t('results.influence_about')} name="influence" axis={t('results.correlation')}
    rows={rows.map(i => ({ id: i.parameter, label: i.name, parameter: i.parameter, value: i.correlation, low: i.low, high: i.high }))} />;
}

/** Which mediators carried the effect: each is silenced in turn, on the same animals. */
function WhyPart(props: { run: Run }) {
  const [why, setWhy] = useState<Why | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const endpoints = [...new Set(props.run.endpoints.filter(e => e.effect !== null).map(e => e.id))];
  const ask = async (id: string) => {
    setBusy(true);
    setWhy(await attempt(() => get<Why>(`studies/${encodeURIComponent(current.value!.name)}/why/${encodeURIComponent(id)}`)));
    setBusy(false);
  };
  if (endpoints.length === 0) return null;
  return (
    <section class="why-part">
      <h2>{t('why.title')}</h2>
      <p class="actions">{endpoints.map(id => <button type="button" key={id} disabled={busy} onClick={() => void ask(id)}>{t('why.ask', { id: called(props.run, id) })}</button>)} {busy && <span role="status">{t('why.busy')}</span>}</p>
      {why && <Intervals result title={headline(why)} about={t('why.about', { draws: why.draws, effect: interval(why.effect.value, why.effect.lower, why.effect.upper), unit: why.unit })} name={`why-${why.endpoint}`} axis={t('why.axis')}
        rows={why.paths.map(p => ({ id: p.id, label: p.name, parameter: p.parameters.join(', '), value: 100 * p.lost.value, low: 100 * p.lost.lower, high: 100 * p.lost.upper, text: `${percent(p.lost.value)} (${percent(p.lost.lower)} to ${percent(p.lost.upper)}) %` }))} />}
    </section>
  );
}

/** A share as whole per cent. */
const percent = (share: number): string => shown(Math.round(100 * share) || 0);

function headline(why: Why): string {
  const top = why.paths[0];
  return top && Number.isFinite(top.lost.value) ? t('why.headline', { name: top.name, share: Math.round(100 * top.lost.value), low: Math.round(100 * top.lost.lower), high: Math.round(100 * top.lost.upper), observable: why.observable }) : t('why.no_effect', { observable: why.observable });
}
