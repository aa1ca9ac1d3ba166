import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { Select, SliderField } from '../parts/Field';
import { JobProgress, live } from '../parts/Progress';
import { MarginalPlot } from '../plots/Marginal';
import { PairPlot } from '../plots/PairPlot';
import { attempt, current, edit, job, startCohort } from '../store';
import { replace } from '../study/edit';
import { setCohort, trial } from '../study/trial';
import { t } from '../text';
import type { Cohort, TrialWords } from '../types';

/** Virtual patients beside those that trials describe: how near they come, how many they are worth, who stands at a bound. */
export function Patients() {
  const [words, setWords] = useState<TrialWords | undefined>(undefined);
  const design = trial(current.value?.text ?? '');
  const [target, setTarget] = useState(design?.population ?? '');
  const [method, setMethod] = useState(design?.bank.cohort || 'select');
  const [count, setCount] = useState(100);
  const [cohort, setCohort] = useState<Cohort | undefined>(undefined);
  const [chosen, setChosen] = useState(0);
  useEffect(() => { void attempt(async () => { setWords(await get<TrialWords>('trial/words')); }); }, []);
  useEffect(() => { if (design) setTarget(design.population); }, [design?.population]);
  useEffect(() => { if (design?.bank.cohort) setMethod(design.bank.cohort); }, [design?.bank.cohort]);
  const population = target || words?.targets[0]?.id || '';
  const finished = job.value?.kind === 'cohort' && job.value.stage === 'DONE' ? job.value.id : '';
  useEffect(() => {
    setCohort(undefined);
    if (population) void (async () => {
      const known = (await get<{ cohorts: string[] }>('cohorts')).cohorts;
      const name = `${population}-${method}`;
      if (known.includes(name)) setCohort(await attempt(() => get<Cohort>(`cohorts/${encodeURIComponent(name)}`)));
    })();
  }, [population, method, finished]);
  if (!words || !current.value) return <p role="status">{t('patients.wait')}</p>;
  const going = live(['cohort'], population);
  const choose = (id: string) => {
    setTarget(id);
    if (design) edit(t('patients.note', { id }), x => replace(x, ['trial', 'population'], id));
  };
  return (
    <>
      <h1>{t('patients.title')}</h1>
      <p class="lead">{t('patients.lead')}</p>
      <div class="row-fields">
        <Select label={t('patients.target')} value={population} options={words.targets.map(p => ({ value: p.id, label: p.name }))} onChange={choose} free={!design} hint={design ? t('patients.in_design') : t('patients.not_in_design')} />
        <Select label={t('patients.method')} value={method} options={words.methods.map(m => ({ value: m, label: t(`patients.method_${m}` as 'patients.method_select') }))} onChange={setMethod} free hint={t(`patients.about_${method}` as 'patients.about_select')} />
        <SliderField label={t('patients.count')} value={count} unit={t('patients.unit')} low={20} high={500} step={20} onChange={setCount} free />
      </div>
      <p class="actions">{going ? <JobProgress job={going} /> : <button type="button" class="main" onClick={() => void startCohort(population, method, count, 1)}>{t('patients.make')}</button>}</p>
      <p class="soft"><code>{`propria patients ${population} --method ${method} --patients ${count} --seed 1`}</code> {t('patients.same')}</p>
      {design && <InTrial cohort={design.bank.cohort} method={method} />}
      {cohort ? <Made cohort={cohort} chosen={chosen} onChoose={setChosen} /> : !going && <p class="empty">{t('patients.none')}</p>}
    </>
  );
}

/** Who the people of the open trial are, and the line of the file that says so. */
function InTrial(props: { cohort: string; method: string }) {
  const frozen = current.value?.protocol.frozen ?? false;
  const use = (method: string) => edit(method ? t('patients.note_cohort', { method }) : t('patients.note_population'), x => setCohort(x, method));
  return (
    <section class="card in-trial" aria-labelledby="in-trial">
      <h2 id="in-trial">{t('patients.in_trial')}</h2>
      <p>{props.cohort ? t('patients.trial_cohort', { method: props.cohort }) : t('patients.trial_population')}</p>
      <p class="actions">
        {props.cohort !== props.method && <button type="button" class="main" disabled={frozen} onClick={() => void use(props.method)}>{t('patients.use', { method: props.method })}</button>}
        {props.cohort && <button type="button" disabled={frozen} onClick={() => void use('')}>{t('patients.use_population')}</button>}
      </p>
      <p class="soft">{t('patients.in_trial_about')}</p>
    </section>
  );
}

function Made(props: { cohort: Cohort; chosen: number; onChoose: (patient: number) => void }) {
  const c = props.cohort;
  const f = c.facts.made[0];
  if (!f) return null;
  const reading = (name: string) => c.readings.find(r => r.name === name);
  return (
    <>
      <h2>{t('patients.made', { count: f.patients, name: c.title, effective: Math.round(f.effective) })}</h2>
      <dl class="facts">
        <div><dt>{t('patients.effective')}</dt><dd>{Math.round(f.effective)} <span class="soft">{t('patients.of', { count: f.patients })}</span></dd></div>
        <div><dt>{t('patients.at_bound')}</dt><dd>{f.at_bound} <span class="soft">{t('patients.share', { share: ((100 * f.at_bound) / f.patients).toFixed(1) })}</span></dd></div>
        <div><dt>{t('patients.missed')}</dt><dd>{f.missed}</dd></div>
        <div><dt>{t('patients.simulated')}</dt><dd>{f.simulations.toLocaleString('en')} <span class="soft">{t('patients.failed', { failed: f.failures })}</span></dd></div>
      </dl>
      <p class="soft">{t('patients.facts_about')}</p>
      <h2>{t('patients.marginals')}</h2>
      <p class="soft">{t('patients.marginals_about')}</p>
      <div class="grid-two">{c.readings.map(r => <MarginalPlot key={r.name} reading={r} population={c.name} />)}</div>
      <h2>{t('patients.pairs')}</h2>
      {c.pairs.length === 0 ? <p>{t('patients.no_pairs')}</p> : <div class="grid-two">{c.pairs.map(p => {
        const first = reading(p.first);
        const second = reading(p.second);
        return first && second ? <PairPlot key={p.first + p.second} pair={p} first={first} second={second} chosen={props.chosen} onChoose={props.onChoose} /> : null;
      })}</div>}
      <p class="soft">{t('patients.files', { name: c.name })}</p>
    </>
  );
}
