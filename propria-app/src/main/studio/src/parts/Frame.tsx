import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chosen, createFree, current, day, go, job, lastEdit, library, message, preview, route, run, saving, start, step } from '../store';
import { short } from '../study/model';
import { t } from '../text';
import { isTrial } from '../study/trial';
import { Frozen, ModeSwitch } from './Mode';
import { Problems } from './Problems';
import { EarlyAnswer, JobProgress, live } from './Progress';

const GROUPS = [{ id: 'design', screens: ['plan', 'arms', 'patients', 'trial'] }, { id: 'answer', screens: ['results', 'mechanism', 'compare', 'report'] }, { id: 'ground', screens: ['evidence'] }] as const;
/** Screens whose pictures follow the day at the foot. */
const WITH_DAY = ['plan', 'arms', 'results', 'mechanism', 'learn'];
/** Screens that change the file, or explain numbers, and so always have something beside them. */
const WITH_ASIDE = ['plan', 'arms', 'patients', 'trial', 'mechanism', 'learn'];
const WITH_NUMBERS = ['mechanism'];
type InStudy = (typeof GROUPS)[number]['screens'][number];

export function Frame(props: { children: ComponentChildren; aside?: ComponentChildren }) {
  const name = current.value?.name ?? '';
  const inStudy = name !== '' && route.value.screen !== 'start' && (route.value.screen !== 'learn' || route.value.name !== '');
  const beside = inStudy && (WITH_ASIDE.includes(route.value.screen) || chosen.value !== '');
  return (
    <div class={`frame ${beside ? '' : 'alone'}`}>
      <a class="skip" href="#main" onClick={e => { e.preventDefault(); document.getElementById('main')?.focus(); }}>{t('frame.skip')}</a>
      <header class="top">
        <a class="brand" href="#/start">Propria</a>
        {inStudy && <StudyBar name={name} />}
      </header>
      <nav class="side" aria-label={t('frame.screens')}>
        <ul>
          <Item screen="start" to="#/start" />
          {inStudy && GROUPS.map(g => <li key={g.id} class="group"><span class="group-name" id={`group-${g.id}`}>{t(`group.${g.id}`)}</span>
            <ul aria-labelledby={`group-${g.id}`}>{g.screens.map(s => <Item key={s} screen={s} to={`#/${s}/${encodeURIComponent(name)}`} />)}</ul></li>)}
          <Item screen="learn" to="#/learn" />
        </ul>
      </nav>
      <main id="main" tabIndex={-1}>
        <Problems list={message.value} />
        {inStudy && <Frozen />}
        {inStudy && <EarlyAnswer study={name} />}
        {props.children}
      </main>
      {beside && <aside class="why" aria-label={t('frame.aside')}>{(chosen.value !== '' || WITH_NUMBERS.includes(route.value.screen)) && props.aside}<LastEdit /></aside>}
      <footer class="status">{inStudy && WITH_DAY.includes(route.value.screen) && <Scrubber />}<Status /></footer>
    </div>
  );
}

function Item(props: { screen: 'start' | 'learn' | InStudy; to: string }) {
  const here = route.value.screen === props.screen;
  return <li><a href={props.to} aria-current={here ? 'page' : undefined}>{t(`screen.${props.screen}`)}</a></li>;
}

function StudyBar(props: { name: string }) {
  const [asking, setAsking] = useState('');
  const study = current.value!;
  const errors = study.problems.filter(p => p.severity === 'error').length;
  const fork = async () => {
    const target = await createFree(props.name, `${props.name}-fork`, 'fork');
    if (target) go('plan', target);
  };
  const trial = isTrial(study.text);
  const going = live(['study', 'trial'], props.name);
  return (
    <div class="bar">
      <b class="study-name">{props.name}</b>
      <span class={`saving ${saving.value}`} role="status">{t(`saving.${saving.value}`)}</span>
      <button type="button" disabled={!study.undo || study.protocol.frozen} onClick={() => void step('undo')}>{t('bar.undo')}</button>
      <button type="button" disabled={!study.redo || study.protocol.frozen} onClick={() => void step('redo')}>{t('bar.redo')}</button>
      <button type="button" onClick={() => void fork()}>{t('bar.fork')}</button>
      <ModeSwitch />
      {going
        ? <JobProgress job={going} />
        : <><label class="draws">{t(trial ? 'bar.trials' : 'bar.draws')} <input type="number" min="1" max="100000" value={asking} placeholder={t('bar.as_study')} onInput={e => setAsking(e.currentTarget.value)} /></label>
          <button type="button" class="main" disabled={errors > 0} title={errors > 0 ? t('bar.mend') : ''} onClick={() => void start(Number.parseInt(asking, 10) || 0)}>{t('bar.run')}</button></>}
      {job.value?.stage === 'STOPPED' && job.value.study === props.name && <span class="soft">{t('bar.stopped')}</span>}
    </div>
  );
}

function LastEdit() {
  const edit = lastEdit.value;
  return (
    <section class="edit" aria-live="polite">
      <h2>{t('edit.title')}</h2>
      {edit ? <>
        <p class="soft">{t('edit.note', { note: edit.note, line: edit.difference.line })}</p>
        <pre class="diff">{edit.difference.before.map((l, i) => <del key={`b${i}`}>{`- ${l}\n`}</del>)}{edit.difference.after.map((l, i) => <ins key={`a${i}`}>{`+ ${l}\n`}</ins>)}</pre>
      </> : <p class="soft">{t('edit.none')}</p>}
    </section>
  );
}

/** The day that pictures follow; it can be played. */
function Scrubber() {
  const times = preview.value?.times;
  const [playing, setPlaying] = useState(false);
  const low = times?.[0] ?? 0;
  const high = times?.at(-1) ?? 0;
  useEffect(() => {
    if (!playing) return undefined;
    const step = setInterval(() => {
      day.value = Math.min(high, day.peek() + (high - low) / 90);
      if (day.peek() >= high) setPlaying(false);
    }, 80);
    return () => clearInterval(step);
  }, [playing, low, high]);
  if (!times || times.length === 0) return null;
  const play = () => { if (!playing && day.value >= high) day.value = low; setPlaying(!playing); };
  return <div class="scrubber"><button type="button" onClick={play} aria-pressed={playing}>{t(playing ? 'scrub.pause' : 'scrub.play')}</button>
    <label>{t('scrub.day')} <input type="range" min={low} max={high} step={(high - low) / 120} value={Math.min(high, Math.max(low, day.value))} onInput={e => { day.value = Number(e.currentTarget.value); }} /> <output>{short(Math.round(day.value * 10) / 10)}</output></label></div>;
}

function Status() {
  const done = run.value;
  return <p class="counts">{done
    ? t('status.run', { sourced: done.evidence.sourced, assumed: done.evidence.assumed, flagged: done.evidence.flagged, asOf: done.evidence.asOf ? t('status.as_of', { date: done.evidence.asOf }) : '', seed: done.seed, hash: done.summary.slice(0, 12) })
    : t('status.version', { version: library.value?.version ?? '' })}</p>;
}
