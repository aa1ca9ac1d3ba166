import { useEffect, useState } from 'preact/hooks';
import { get, post } from '../api';
import { Intervals } from '../plots/Intervals';
import { attempt, run, sourcesOff } from '../store';
import { called, interval, three, within } from '../study/model';
import { t } from '../text';
import type { Alone, SourcesOff as Answer } from '../types';
import { Badge } from './Badge';

/** Takes a source out of the run for a while, or puts it back. */
export function toggle(key: string): void {
  sourcesOff.value = sourcesOff.value.includes(key) ? sourcesOff.value.filter(k => k !== key) : [...sourcesOff.value, key];
}

/** The switch of one source. */
export function Switch(props: { source: string }) {
  const off = sourcesOff.value.includes(props.source);
  return <button type="button" role="switch" class="switch" aria-checked={!off} aria-label={t('off.switch', { source: props.source })} onClick={() => toggle(props.source)}><i aria-hidden="true" />{t(off ? 'off.out' : 'off.in')}</button>;
}

const half = (m: { lower: number; upper: number }): number => Math.abs(m.upper - m.lower) / 2;

/** Which predictions move without the sources that are taken out. */
export function WhatIf() {
  const r = run.value;
  const off = sourcesOff.value;
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    if (r && off.length > 0) void attempt(() => post<Answer>(`runs/${encodeURIComponent(r.name)}/without`, { off })).then(a => { if (!gone) setAnswer(a); });
    else setAnswer(undefined);
    return () => { gone = true; };
  }, [r?.name, off.join(' ')]);
  if (!r) return <p class="soft">{t('off.no_run')}</p>;
  if (off.length === 0) return <p class="soft">{t('off.none')}</p>;
  if (!answer) return <p role="status">{t('off.wait')}</p>;
  const main = answer.predictions[0];
  const moved = answer.predictions.filter(p => p.moved).length;
  return (
    <section class="what-if" aria-live="polite">
      <p class="headline">{main?.doubt ? t(`off.doubt_${main.doubt}`, { draws: answer.draws }) : main ? t(answer.holds ? 'off.holds' : 'off.flips', { sources: answer.off.join(', '), before: within(main.with.value, half(main.with)), after: within(main.without.value, half(main.without)), low: within(main.without.lower, half(main.without)), high: within(main.without.upper, half(main.without)), name: main.name }) : ''}</p>
      <p class="soft">{t('off.lost', { numbers: answer.numbers.length, moved, all: answer.predictions.length, measurements: answer.measurements })} {t(answer.rerun ? 'off.rerun' : 'off.estimated')} {main && !main.doubt && Number.isFinite(main.error) ? t('off.error', { error: three(main.error) }) : ''}</p>
      {answer.predictions.some(p => p.with.value !== 0 && !p.doubt) && <Intervals result name="without-sources" title={t('off.title', { sources: answer.off.join(', '), moved, all: answer.predictions.length })} about={t('off.about')} axis={t('off.axis')} legend={t('off.legend')}
        zero={0} clip={[-100, 300]} rows={answer.predictions.filter(p => p.with.value !== 0 && !p.doubt).map(p => {
          const part = (v: number) => (100 * v) / Math.abs(p.with.value) * Math.sign(p.with.value);
          const ends = (m: typeof p.with) => { const both = [part(m.lower), part(m.upper)].sort((a, b) => a - b); return { value: part(m.value), low: both[0]!, high: both[1]! }; };
          return { id: p.id + p.arm, label: p.name, note: `${p.arm}: ${t(p.moved ? p.holds ? 'off.row_holds' : 'off.row_flips' : 'off.row_same')}`, ...ends(p.without), className: p.holds ? '' : 'missed', other: ends(p.with), text: interval(p.without.value, p.without.lower, p.without.upper) };
        })} />}
      {answer.predictions.some(p => p.doubt === 'beyond') && <p class="warning">{t('off.some_doubt', { names: answer.predictions.filter(p => p.doubt === 'beyond').map(p => `${p.name} (${p.arm})`).join(', ') })}</p>}
      <p><button type="button" onClick={() => { sourcesOff.value = []; }}>{t('off.back')}</button></p>
    </section>
  );
}

/** The answer without each source alone, the one that moves it most first. */
export function RetractionTornado() {
  const r = run.value;
  const [sources, setSources] = useState<Alone[] | undefined>(undefined);
  const [all, setAll] = useState(false);
  useEffect(() => {
    setSources(undefined);
    if (r) void attempt(async () => { setSources((await get<{ sources: Alone[] }>(`runs/${encodeURIComponent(r.name)}/sources`)).sources); });
  }, [r?.name]);
  if (!r || !sources || sources.length === 0) return null;
  const first = r.endpoints.find(e => e.effect !== null);
  const moving = sources.filter(s => s.numbers > 0 && !s.doubt);
  const doubt = sources.find(s => s.doubt)?.doubt;
  const shown = (all ? sources : sources.filter(s => s.numbers > 0)).slice(0, all ? 60 : 10);
  const flips = sources.filter(s => !s.holds && !s.doubt).length;
  return (
    <section><h2>{t('off.heading')}</h2>
      <p class="soft">{t('off.heading_about')}</p>
      {doubt && <p class="warning">{t(`off.doubt_${doubt}`, { draws: r.draws.used })}</p>}
      {first && moving.length > 0 && <Intervals result name="retraction-tornado" title={flips === 0 ? t('off.tornado_holds', { count: sources.length, top: moving[0]!.key }) : t('off.tornado_flips', { flips, count: sources.length })} about={t('off.tornado_about', { endpoint: called(r, first.id) })} axis={t('off.tornado_axis', { endpoint: called(r, first.id), unit: r.names.find(n => n.id === first.id)?.unit ?? '' })} legend={t('off.legend')}
        rows={moving.slice(0, 10).map(s => ({ id: s.key, label: s.key, note: t('off.tornado_row', { numbers: s.numbers, orphans: s.orphans, verdict: t(s.holds ? 'off.row_holds' : 'off.row_flips') }), value: s.main.value, low: s.main.lower, high: s.main.upper, className: s.holds ? '' : 'missed', other: { value: first.effect!, low: first.effectLower, high: first.effectUpper } }))} />}
      <div class="wide" tabIndex={0} role="region" aria-label={t('off.heading')}><table>
        <thead><tr><th scope="col">{t('off.source')}</th><th scope="col">{t('evidence.standing')}</th><th scope="col" class="num">{t('off.numbers')}</th><th scope="col" class="num">{t('off.values')}</th><th scope="col">{t('off.alone')}</th><th scope="col">{t('off.verdict')}</th></tr></thead>
        <tbody>{shown.map(s => <tr key={s.key}><th scope="row"><Switch source={s.key} /> {s.key}</th><td><Badge status={s.status} /></td><td class="num">{s.numbers}</td><td class="num">{s.measurements}</td><td>{s.numbers === 0 ? t('off.row_same') : s.doubt ? '–' : interval(s.main.value, s.main.lower, s.main.upper)}</td><td>{t(s.doubt ? 'off.row_doubt' : s.holds ? 'off.row_holds' : 'off.row_flips')}</td></tr>)}</tbody>
      </table></div>
      <p><button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? 'off.fewer' : 'off.more', { count: sources.length })}</button></p>
      <WhatIf />
    </section>
  );
}
