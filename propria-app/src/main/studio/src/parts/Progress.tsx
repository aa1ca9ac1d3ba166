import { withError } from '../plots/Operating';
import { job, pace, stop } from '../store';
import { three } from '../study/model';
import { t } from '../text';
import type { Job } from '../types';

/** The job of a kind that goes on for a study or population, if there is one. */
export function live(kinds: Job['kind'][], study: string): Job | undefined {
  const now = job.value;
  return now && kinds.includes(now.kind) && now.study === study && (now.stage === 'RUNNING' || now.stage === 'WAITING') ? now : undefined;
}

/** Words, a bar, counts, how fast, what is left, and a way to stop. */
export function JobProgress(props: { job: Job }) {
  const { done, total, words, stage } = props.job;
  const rate = pace.value;
  const left = rate > 0 && total > done ? `${t('bar.rate', { rate: rate < 10 ? rate.toFixed(1) : Math.round(rate) })}${t('bar.left', { seconds: Math.ceil((total - done) / rate) })}` : '';
  return <>
    <progress aria-label={t('bar.progress')} {...(total > 1 && done < total ? { max: total, value: done } : {})} />
    <span class="counter" role="status">{stage === 'WAITING' ? t('bar.waits') : total === 0 ? words || t('bar.begins') : done >= total && !words ? t('bar.finishing') : `${words ? `${words}: ` : ''}${done.toLocaleString('en')} / ${total.toLocaleString('en')}${left}`}</span>
    <button type="button" onClick={() => void stop()}>{t('bar.stop')}</button>
  </>;
}

/** What is known before a run is finished. */
export function EarlyAnswer(props: { study: string }) {
  const now = live(['study', 'trial'], props.study);
  const early = now?.early;
  if (!early) return null;
  return <p class="early" role="status">{early.kind === 'power' ? t('bar.early_power', { name: early.name.replaceAll('_', ' '), value: withError({ value: early.value, error: early.value - early.lower, trials: early.count }) }) : t('bar.early_effect', { count: early.count, name: early.name, value: three(early.value), unit: early.unit, low: three(early.lower), high: three(early.upper) })}</p>;
}
