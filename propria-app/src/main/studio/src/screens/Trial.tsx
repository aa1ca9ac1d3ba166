import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { Estimands } from '../parts/Estimands';
import { SliderField, TextField } from '../parts/Field';
import { Problems } from '../parts/Problems';
import { TrialResults } from '../parts/TrialResults';
import { Visits } from '../parts/Visits';
import { DesignStrip } from '../plots/DesignStrip';
import { attempt, createFree, current, edit, go, library, study } from '../store';
import { replace } from '../study/edit';
import { cited } from './Start';
import { remark, setDose, setPatients, trial, type Trial as Design } from '../study/trial';
import { t } from '../text';
import type { TrialEstimate, TrialWords } from '../types';

const plain = (word: string): string => word.replaceAll('_', ' ');

/** The protocol synopsis of a trial: everything that may be changed, as it is changed in the study file, and what came out. */
export function Trial() {
  const [known, setKnown] = useState<TrialWords | undefined>(undefined);
  useEffect(() => { void attempt(async () => { setKnown(await get<TrialWords>('trial/words')); }); }, []);
  const design = trial(current.value?.text ?? '');
  if (!current.value || !library.value) return null;
  if (!design) return <Templates />;
  return (
    <>
      <h1>{study.value.title || t('trial.title')}</h1>
      <p class="lead">{study.value.question}</p>
      <Problems list={current.value.problems} quiet />
      <DesignStrip study={study.value} trial={design} />
      {known ? <Protocol design={design} words={known} /> : <p role="status">{t('trial.wait')}</p>}
      <Estimate />
      <TrialResults design={design} />
    </>
  );
}

function Templates() {
  const templates = library.value?.library.stories.filter(s => s.trial) ?? [];
  const begin = async (from: string) => {
    const name = await createFree(from, from);
    if (name) go('trial', name);
  };
  return (
    <>
      <h1>{t('trial.none')}</h1>
      <p class="lead">{t('trial.templates')}</p>
      <ul class="cards">{templates.map(s => <li class="card" key={s.id}><h2>{s.title}</h2><p>{s.question}</p><p class="soft">{s.mirrors && t('trial.like', { source: cited(s) })}</p><button type="button" onClick={() => void begin(s.id)} aria-label={t('start.open_label', { title: s.title })}>{t('start.open')}</button></li>)}</ul>
    </>
  );
}

function Protocol(props: { design: Design; words: TrialWords }) {
  const { design: d, words } = props;
  const arms = Object.keys(d.allocation);
  const perArm = Math.round(d.patients / arms.length);
  const treated = study.value.arms.findIndex(a => a.id === arms[1] && a.regimen.length > 0);
  const regimen = study.value.arms[treated]?.regimen[0];
  const said = (key: string) => remark(current.value?.text ?? '', key);
  return (
    <>
      <h2>{t('trial.protocol')}</h2>
      <div class="row-fields">
        <SliderField label={t('trial.per_arm')} value={perArm} unit={t('trial.patients')} low={10} high={400} step={2} onChange={v => edit(t('trial.note.patients', { count: v * arms.length }), x => setPatients(x, v * arms.length))} />
        {regimen && <TextField label={t('trial.dose', { arm: study.value.arms[treated]!.name })} value={regimen.amount} hint={t('trial.dose_hint', { route: plain(regimen.route), days: regimen.at.join(', ') })} onChange={v => edit(t('trial.note.dose', { value: v }), x => setDose(x, treated, v))} />}
        <TextField label={t('trial.dropout')} value={d.perWeek} hint={[t('trial.dropout_hint'), said('dropout')].filter(Boolean).join('. ')} onChange={v => edit(t('trial.note.dropout', { value: v }), x => replace(x, ['trial', 'dropout', 'per_week'], v))} />
        <TextField label={t('trial.count')} value={String(d.trials)} hint={t('trial.count_hint')} onChange={v => edit(t('trial.note.trials', { value: v }), x => replace(x, ['trial', 'trials'], v))} />
        <TextField label={t('trial.alpha')} value={d.alpha} hint={t('trial.alpha_hint', { procedure: plain(d.multiplicity || 'none') })} onChange={v => edit(t('trial.note.alpha', { value: v }), x => replace(x, ['trial', 'alpha'], v))} />
      </div>
      <dl class="remarks">
        <div><dt>{t('trial.entry')}</dt><dd>{d.screening.map(c => `${plain(c.score)} ${c.low}${c.high ? ` – ${c.high}` : ' or more'}`).join('; ') || t('strip.no_screening')}{said('screening') && <small>{said('screening')}</small>}</dd></div>
        <div><dt>{t('trial.rescue')}</dt><dd>{d.rescue ? plain(d.rescue) : t('trial.no_rescue')}{said('rescue') && <small>{said('rescue')}</small>}</dd></div>
        <div><dt>{t('trial.randomisation')}</dt><dd>{d.strata.map(plain).join(', ') || t('strip.no_strata')}{said('randomisation') && <small>{said('randomisation')}</small>}</dd></div>
        <div><dt>{t('trial.people')}</dt><dd>{d.bank.cohort ? t('trial.people_chosen', { method: d.bank.cohort }) : t('trial.people_as')}<small>{d.bank.cohort ? '' : t('trial.people_about')} <a href={`#/patients/${encodeURIComponent(current.value!.name)}`}>{t('trial.people_compare')}</a></small></dd></div>
        <div><dt>{t('trial.domain')}</dt><dd><small>{said('domain') || t('trial.no_domain')}</small></dd></div>
      </dl>
      <p class="soft">{t('trial.bank', { draws: d.bank.draws, people: d.bank.people, typical: d.bank.typical })}</p>
      <Visits design={d} />
      <Estimands design={d} words={words} />
    </>
  );
}

function Estimate() {
  const [cost, setCost] = useState<TrialEstimate | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const version = current.value?.version;
  useEffect(() => setCost(undefined), [version]);
  const ask = async () => {
    setBusy(true);
    setCost(await attempt(() => get<TrialEstimate>(`studies/${encodeURIComponent(current.value!.name)}/trial/estimate`)));
    setBusy(false);
  };
  return <p class="actions"><button type="button" disabled={busy} onClick={() => void ask()}>{t('trial.estimate')}</button>
    <span role="status">{busy ? t('trial.estimating') : cost ? t('trial.cost', { minutes: duration(cost.seconds), people: cost.people.toLocaleString('en'), courses: cost.courses.toLocaleString('en'), trials: cost.trials.toLocaleString('en') }) + (cost.choosing > 0 ? ` ${t('trial.cost_choosing', { minutes: duration(cost.choosing) })}` : '') : t('trial.run_hint')}</span></p>;
}

const duration = (seconds: number): string => seconds < 90 ? t('trial.seconds', { count: Math.ceil(seconds) }) : t('trial.minutes', { count: Math.ceil(seconds / 60) });
