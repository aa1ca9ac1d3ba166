import { current, freeze } from '../store';
import { t } from '../text';
import type { Mode } from '../types';

/** Explore, or confirm: free play, or a plan that is frozen before it is run. */
export function ModeSwitch() {
  const frozen = current.value?.protocol.frozen ?? false;
  const errors = current.value?.problems.some(p => p.severity === 'error') ?? false;
  return (
    <span class="modes" role="group" aria-label={t('mode.label')}>
      <button type="button" aria-pressed={!frozen} title={t('mode.explore_hint')} onClick={() => void freeze(false)}>{t('mode.explore')}</button>
      <button type="button" aria-pressed={frozen} disabled={errors && !frozen} title={t('mode.confirm_hint')} onClick={() => void freeze(true)}>{t('mode.confirm')}</button>
    </span>
  );
}

/** What is frozen, since when, and what happened to the plan before. */
export function Frozen() {
  const protocol = current.value?.protocol;
  if (!protocol || protocol.all.length === 0) return null;
  const last = protocol.all.at(-1)!;
  return (
    <section class={`frozen ${protocol.frozen ? 'holds' : ''}`} role="status">
      <b>{t(protocol.frozen ? 'mode.frozen' : 'mode.free', { at: clock(last.at), hash: last.sha256.slice(0, 12) })}</b>
      {protocol.frozen && <span>{t('mode.frozen_about')}</span>}
      {protocol.frozen && last.note && <span>{t('mode.note', { note: last.note })}</span>}
      {protocol.all.length > 1 && <details><summary>{t('mode.history', { count: protocol.all.length })}</summary><ol>{protocol.all.map((e, i) => <li key={i}>{t(e.frozen ? 'mode.entry_frozen' : 'mode.entry_free', { at: clock(e.at), hash: e.sha256.slice(0, 12), note: e.note })}</li>)}</ol></details>}
    </section>
  );
}

/** How a run was made, at the head of its results. */
export function Made(props: { mode: Mode | null }) {
  const m = props.mode;
  if (!m) return null;
  return m.confirmatory ? (
    <section class="made confirmatory"><b>{t('mode.made_confirmatory', { hash: m.planSha256.slice(0, 12), at: clock(m.frozenAt), started: clock(m.startedAt) })}</b>
      {m.deviations.length === 0 ? <span>{t('mode.no_deviations')}</span> : <><span>{t('mode.deviations', { count: m.deviations.length })}</span><ul class="deviations">{m.deviations.map(d => <li key={d}>{d}</li>)}</ul></>}
    </section>
  ) : <section class="made"><b>{t('mode.mark_exploratory')}</b><span>{t('mode.made_exploratory')}</span></section>;
}

export const clock = (iso: string): string => iso.replace('T', ' ').replace(/:\d\dZ$/, ' UTC');
