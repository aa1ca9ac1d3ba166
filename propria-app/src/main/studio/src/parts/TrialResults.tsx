import { useEffect, useState } from 'preact/hooks';
import { post } from '../api';
import { Intervals } from '../plots/Intervals';
import { believed, percent, withError } from '../plots/Operating';
import { attempt, current, trialRun } from '../store';
import type { Trial } from '../study/trial';
import { t } from '../text';
import type { Operating as Row, TrialRun } from '../types';
import { Made } from './Mode';
import { OperatingCurves } from './OperatingCurves';

const plain = (word: string): string => word.replaceAll('_', ' ');

/** What came of a run of trials: power, assurance, type I error, the placebo check, robustness, curves. */
export function TrialResults(props: { design: Trial }) {
  const r = trialRun.value;
  const [again, setAgain] = useState<{ operating: Row[]; seconds: number; version: number } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  useEffect(() => setAgain(undefined), [r?.name]);
  if (!r) return <><h2>{t('trial.results')}</h2><p class="empty">{t('trial.no_results')}</p></>;
  const stale = again && again.version !== current.value?.version;
  const rows = again ? again.operating : r.operating;
  const patients = again ? props.design.patients : r.manifest.patients;
  const read = async () => {
    setBusy(true);
    const version = current.value!.version;
    const answer = await attempt(() => post<{ operating: Row[]; seconds: number }>(`studies/${encodeURIComponent(current.value!.name)}/trial/reread`, { run: r.name }));
    if (answer) setAgain({ ...answer, version });
    setBusy(false);
  };
  const keys = [...new Map(rows.map(o => [`${o.estimand}/${o.arm}`, o])).values()].filter(o => o.arm);
  return (
    <>
      <h2>{t('trial.results_of', { name: r.name })}</h2>
      <Made mode={r.mode} />
      <Headline rows={rows} patients={patients} run={r} />
      {r.manifest.warnings.map(w => <p class="warning" key={w}>{w.replace(/`([^`]+)`/g, '“$1”')}</p>)}
      <p class="actions"><button type="button" disabled={busy} onClick={() => void read()}>{t('trial.reread')}</button> <span role="status" class="soft">{busy ? t('trial.rereading') : again ? t(stale ? 'trial.reread_stale' : 'trial.reread_done', { seconds: again.seconds.toFixed(1) }) : t('trial.reread_about')}</span></p>
      <Characteristics rows={rows} patients={patients} alpha={Number(props.design.alpha)} keys={keys} again={again !== undefined} />
      <Placebo run={r} />
      <Robustness run={r} />
      <OperatingCurves run={r} rows={rows} again={again !== undefined} patients={patients} alpha={Number(props.design.alpha)} />
      <p class="soft">{t('trial.counts', { screened: r.manifest.screened.toLocaleString('en'), entered: r.manifest.entered.toLocaleString('en'), failed: r.manifest.failed_patients, people: r.manifest.bank.typical_patients + r.manifest.bank.draws * r.manifest.bank.patients_per_draw, seed: r.manifest.seed })} <Chosen run={r} /></p>
      <p class="soft hash">{t('results.hash', { hash: r.manifest.summary_sha256 })}</p>
      <p class="actions">{r.files.map(f => <a class="button" key={f} href={`/api/runs/${encodeURIComponent(r.name)}/files/${f}`} download={f}>{f}</a>)}</p>
      <details><summary>{t('trial.in_r')}</summary><pre class="snippet" tabIndex={0}>{`s <- read.csv("subjects.csv")\nwith(subset(s, CRIT1FL != "" & TRIALNO == 1), table(TRT01P, CRIT1FL, PARAMCD))`}</pre></details>
    </>
  );
}

/** How the patients of a run were chosen, and what they are worth. */
function Chosen(props: { run: TrialRun }) {
  const rows = props.run.further['how-patients-were-made.csv'] ?? [];
  const sum = (column: string) => rows.reduce((all, r) => all + Number(r[column]), 0);
  const some = rows.filter(r => Number(r['patients']) > 0);
  const nobody = rows.length - some.length;
  if (!rows[0]) return <>{t('trial.made_population')}</>;
  return <>{t('trial.made_cohort', { method: rows[0]['method'] ?? '', patients: sum('patients').toLocaleString('en'), worth: Math.round(sum('effective')).toLocaleString('en'), bound: sum('at_bound'), missed: sum('missed'), lives: sum('simulations').toLocaleString('en') })}{nobody > 0 ? ` ${t('trial.made_nobody', { count: nobody, all: rows.length })}` : ''}</>;
}

const find = (rows: Row[], bank: string, population: string, measure: string, estimand: string, arm: string, patients: number): Row | undefined =>
  rows.find(r => r.bank === bank && r.population === population && r.measure === measure && r.estimand === estimand && r.arm === arm && r.patients === patients);

const said = (r: Row | undefined): string => r ? withError(r) : '–';

function Headline(props: { rows: Row[]; patients: number; run: TrialRun }) {
  const first = props.rows[0];
  if (!first) return null;
  const missed = props.run.placebo.filter(p => !p.inside);
  const agreeing = believed(props.rows) === 'conditioned';
  const of = (bank: string, population: string, measure: string) => said(find(props.rows, bank, population, measure, first.estimand, first.arm, props.patients));
  return <section class="answer"><h3 class="headline">{t(agreeing ? 'trial.answer_agreeing' : 'trial.answer', { patients: props.patients, estimand: plain(first.estimand), power: of('typical', 'design', 'power'), assurance: of(believed(props.rows), 'design', 'assurance'), all: of('prior', 'design', 'assurance'), type1: of('prior', 'null', 'type_1_error_unadjusted') })}</h3><p class="soft">{t('trial.answer_about')}</p>{props.run.manifest.beliefs && <p class="soft">{t('trial.beliefs', { said: props.run.manifest.beliefs.said })}</p>}{missed.length > 0 && <p class="warning"><b>{t('trial.placebo_missed', { missed: missed.length, all: props.run.placebo.length })}</b> {missed.map(p => plain(p.rule)).join(', ')}. {t('trial.placebo_means')}</p>}</section>;
}

function Characteristics(props: { rows: Row[]; patients: number; alpha: number; keys: Row[]; again: boolean }) {
  const beliefs = believed(props.rows);
  const columns = [
    { id: 'power', bank: 'typical', population: 'design', measure: 'power' }, { id: 'assurance', bank: beliefs, population: 'design', measure: 'assurance' },
    ...(beliefs === 'conditioned' ? [{ id: 'assurance_all', bank: 'prior', population: 'design', measure: 'assurance' } as const] : []),
    { id: 'type1', bank: 'prior', population: 'null', measure: 'type_1_error_unadjusted' }, { id: 'type1_all', bank: 'prior', population: 'null', measure: 'type_1_error' }, { id: 'coverage', bank: 'prior', population: 'design', measure: 'coverage' },
  ] as const;
  const plus = (r: Row | undefined) => r && Number.isFinite(r.value) ? `${r.value.toFixed(3)} ± ${r.error.toFixed(3)}` : '–';
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={t('trial.table')}><table class="characteristics">
      <caption>{t('trial.table_caption', { alpha: props.alpha })}</caption>
      <thead><tr><th scope="col">{t('trial.estimand')}</th>{columns.map(c => <th scope="col" class="num" key={c.id}>{t(`trial.column_${c.id}`)}</th>)}<th scope="col" class="num">{t('trial.column_truth')}</th><th scope="col" class="num">{t('trial.column_bias')}</th></tr></thead>
      <tbody>{props.keys.map(k => <tr key={k.estimand + k.arm}><th scope="row">{plain(k.estimand)} <span class="soft">{k.arm}</span></th>
        {columns.map(c => { const r = find(props.rows, c.bank, c.population, c.measure, k.estimand, k.arm, props.patients); return <td class="num" key={c.id}>{said(r)}{c.id === 'type1' && r && r.value - 2 * r.error > props.alpha ? <b class="wrong"> ▲ {t('trial.above')}</b> : null}</td>; })}
        <td class="num">{plus(find(props.rows, beliefs, 'design', 'true_effect', k.estimand, k.arm, props.patients))}</td>
        <td class="num">{plus(find(props.rows, 'prior', 'design', 'bias', k.estimand, k.arm, props.patients))}</td></tr>)}</tbody>
    </table>{props.again && <p class="soft">{t('trial.no_truth')}</p>}</div>
  );
}

function Placebo(props: { run: TrialRun }) {
  const rows = props.run.placebo;
  return (
    <section class="placebo"><h2>{t('trial.placebo')}</h2>
      {rows.length === 0 ? <p>{t('trial.no_pool')}</p> : <ul class="rows">{rows.map(p => <li key={p.rule}><span class={p.inside ? 'right' : 'wrong'}>{p.inside ? `✓ ${t('trial.inside')}` : `▲ ${t('trial.outside')}`}</span> {t('trial.placebo_row', { rule: plain(p.rule), share: ((100 * p.met) / p.seen).toFixed(1), met: p.met, seen: p.seen, published: p.published })}</li>)}</ul>}
    </section>
  );
}

function Robustness(props: { run: TrialRun }) {
  const rows = props.run.robustness.map(r => ({ prior: plain(r['prior'] ?? ''), rule: (r['inclusion'] ?? '').replace('flagged_', ''), low: Number(r['log_odds_ratio_q05']), middle: Number(r['log_odds_ratio_q50']), high: Number(r['log_odds_ratio_q95']), assurance: Number(r['assurance']) })).filter(r => Number.isFinite(r.middle));
  if (rows.length === 0) return <section><h2>{t('trial.robustness')}</h2><p>{t('trial.no_robustness')}</p></section>;
  const odds = (v: number) => Math.exp(v);
  const least = Math.min(...rows.map(r => r.assurance));
  const most = Math.max(...rows.map(r => r.assurance));
  return <section><h2>{t('trial.robustness')}</h2>
    <Intervals result name="robustness" title={t('trial.robustness_title', { low: percent(least), high: percent(most) })} about={t('trial.robustness_about')} axis={t('trial.odds')} zero={1}
      rows={rows.map((r, i) => ({ id: String(i), label: t('trial.robustness_row', { prior: r.prior, rule: r.rule }), note: t('trial.robustness_note', { assurance: percent(r.assurance) }), value: odds(r.middle), low: odds(r.low), high: odds(r.high) }))} />
  </section>;
}
