import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { attempt, current, run } from '../store';
import { get } from '../api';
import { RunCourses, Courses } from '../parts/Courses';
import { Forecasts } from '../parts/Forecast';
import { Forest } from '../parts/Forest';
import { Made } from '../parts/Mode';
import { Sensitivity } from '../parts/Sensitivity';
import { RetractionTornado } from '../parts/SourcesOff';
import { Subjects } from '../parts/Subjects';
import { Intervals } from '../plots/Intervals';
import { called, short } from '../study/model';
import { t } from '../text';
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
      <nav class="contents" aria-label={t('results.contents')}>{SECTIONS.map(s => <a key={s} href={`#results-${s}`} onClick={e => { e.preventDefault(); document.getElementById(`results-${s}`)?.scrollIntoView(); document.getElementById(`results-${s}`)?.focus(); }}>{t(`results.section_${s}`)}</a>)}</nav>
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

function Part(props: { id: (typeof SECTIONS)[number]; children: ComponentChildren }) {
  return <div id={`results-${props.id}`} tabIndex={-1} class="part">{props.children}</div>;
}

function Effects(props: { run: Run }) {
  const rows = props.run.endpoints.filter(e => e.effect !== null);
  if (rows.length === 0) return null;
  const name = (arm: string) => props.run.arms.find(a => a.id === arm)?.name || arm;
  return <>{rows.map(e => {
    const unit = props.run.names.find(n => n.id === e.id)?.unit ?? '';
    return <Intervals result key={e.id + e.arm} title={t('results.effect', { name: called(props.run, e.id), a: name(e.arm), b: name(e.comparator) })} about={t('results.level', { level: Math.round(e.level * 100), contains: e.contains })} name={`effect-${e.id}`} axis={[called(props.run, e.id), unit].filter(Boolean).join(', ')}
      rows={[{ id: e.id, label: `${name(e.arm)} – ${name(e.comparator)}`, value: e.effect!, low: e.effectLower, high: e.effectUpper }]} />;
  })}</>;
}

function Predicted(props: { run: Run }) {
  const rows = props.run.measurements.filter(m => m.inside === 'yes' || m.inside === 'no');
  if (rows.length === 0) return null;
  const inside = rows.filter(m => m.inside === 'yes').length;
  const numeric = rows.filter(m => m.unit !== 'direction');
  return <>{props.run.observables.map(o => {
    const own = numeric.filter(m => m.observable === o.id);
    return own.length === 0 ? null : <Intervals result key={o.id} title={t('results.predicted', { name: o.name })} about={t('results.inside', { inside, all: rows.length })} name={`predicted-${o.id}`} axis={o.unit} legend={t('results.legend')}
      zero={null}
      rows={own.map((m, i) => ({ id: String(i), label: `${props.run.arms.find(a => a.id === m.arm)?.name || m.arm}, day ${short(m.day)}`, note: m.source, value: m.predictedMedian, low: m.predictedLow, high: m.predictedHigh, className: m.inside === 'yes' ? '' : 'missed', other: { value: m.value, low: m.value - (m.spread ?? 0), high: m.value + (m.spread ?? 0) } }))} />;
  })}</>;
}

function Influences(props: { run: Run }) {
  const first = props.run.influences[0]?.endpoint;
  const rows = props.run.influences.filter(i => i.endpoint === first).slice(0, 10);
  if (rows.length === 0) return null;
  return <Intervals result title={t('results.influence', { endpoint: called(props.run, first ?? ''), name: rows[0]!.name })} about={t('results.influence_about')} name="influence" axis={t('results.correlation')}
    rows={rows.map(i => ({ id: i.parameter, label: i.name, note: i.parameter, value: i.correlation, low: i.low, high: i.high }))} />;
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
      {why && <Intervals result title={headline(why)} about={t('why.about', { draws: why.draws, effect: short(why.effect.value), low: short(why.effect.lower), high: short(why.effect.upper), unit: why.unit })} name={`why-${why.endpoint}`} axis={t('why.axis')}
        rows={why.paths.map(p => ({ id: p.id, label: p.name, note: p.parameters.join(', '), value: 100 * p.lost.value, low: 100 * p.lost.lower, high: 100 * p.lost.upper }))} />}
    </section>
  );
}

function headline(why: Why): string {
  const top = why.paths[0];
  return top && Number.isFinite(top.lost.value) ? t('why.headline', { name: top.name, share: Math.round(100 * top.lost.value), low: Math.round(100 * top.lost.lower), high: Math.round(100 * top.lost.upper), observable: why.observable }) : t('why.no_effect', { observable: why.observable });
}
