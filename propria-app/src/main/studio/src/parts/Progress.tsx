import { job, stop } from '../store';
import { t } from '../text';
import type { Job } from '../types';

/** The job of a kind that goes on for a study or population, if there is one. */
export function live(kinds: Job['kind'][], study: string): Job | undefined {
  const now = job.value;
  return now && kinds.includes(now.kind) && now.study === study && (now.stage === 'RUNNING' || now.stage === 'WAITING') ? now : undefined;
}

/** Words, a bar, counts, what is left, and a way to stop. */
export function JobProgress(props: { job: Job }) {
  const { done, total, seconds, words, stage } = props.job;
  const left = seconds > 1 && done > 0 && total > done ? t('bar.left', { seconds: Math.ceil((seconds * (total - done)) / done) }) : '';
  return <>
    <progress aria-label={t('bar.progress')} {...(total > 1 ? { max: total, value: done } : {})} />
    <span class="counter" role="status">{stage === 'WAITING' ? t('bar.waits') : total === 0 ? words || t('bar.begins') : `${words ? `${words}: ` : ''}${done.toLocaleString('en')} / ${total.toLocaleString('en')}${left}`}</span>
    <button type="button" onClick={() => void stop()}>{t('bar.stop')}</button>
  </>;
}
