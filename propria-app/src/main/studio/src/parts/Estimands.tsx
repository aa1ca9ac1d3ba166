import { useState } from 'preact/hooks';
import { current, edit, study } from '../store';
import { replace } from '../study/edit';
import { addEndpoint, makePrimary, removeEstimand, setEndpoint, setEstimand, week, type Trial as Design, type TrialEndpoint } from '../study/trial';
import { named, t } from '../text';
import type { TrialWords } from '../types';
import { Select } from './Field';

const plain = (word: string): string => word.replaceAll('_', ' ');
const analysis = (word: string): string => named('analysis', word);

/** What the trial estimates: each a sentence, with its fields; more can be added, taken away, and made the primary one. */
export function Estimands(props: { design: Design; words: TrialWords }) {
  const { design: d, words } = props;
  return (
    <section aria-labelledby="estimands">
      <h3 id="estimands">{t('trial.estimands')}</h3>
      {d.estimands.map((e, i) => i === 0 ? <section class="card" key={e.id}><h3>{t('trial.primary', { id: plain(e.id) })}</h3><p class="sentence">{sentence(d, words, 0)}</p><Fields design={d} words={words} at={0} /></section>
        : <details class="card" key={e.id}><summary><b>{plain(e.id)}</b> <span class="soft">{sentence(d, words, i)}</span></summary><Fields design={d} words={words} at={i} /></details>)}
      <Add design={d} words={words} />
    </section>
  );
}

function Fields(props: { design: Design; words: TrialWords; at: number }) {
  const { design: d, words, at } = props;
  const e = d.estimands[at]!;
  const k = d.endpoints.findIndex(o => o.id === e.endpoint);
  const p = d.endpoints[k];
  if (!p) return null;
  const days = d.visits.map(v => ({ value: v.at, label: `${v.name} (${v.at})` }));
  const fits = words.analyses.filter(a => a.fits === p.kind);
  const frozen = current.value?.protocol.frozen ?? false;
  const many = p.at.includes(',');
  return (
    <>
      <div class="row-fields narrow">
        <Select label={t(p.kind === 'change' ? 'trial.score' : 'trial.rule')} value={p.word} options={(p.kind === 'change' ? words.scores : words.rules).map(v => ({ value: v, label: plain(v) }))} onChange={v => edit(t('trial.note.endpoint', { id: plain(p.id), value: plain(v) }), x => setEndpoint(x, k, p.key, v))} />
        {p.at && (many ? <p class="field"><span>{t('trial.visits_read')}</span>{p.at}</p>
          : <Select label={t('trial.visit')} value={p.at} options={days} onChange={v => edit(t('trial.note.visit', { id: plain(p.id), value: week(v) }), x => setEndpoint(x, k, 'at', v))} />)}
        <Select label={t('trial.analysis')} value={e.analysis} options={fits.map(a => ({ value: a.word, label: analysis(a.word) }))} onChange={v => edit(t('trial.note.analysis', { id: plain(e.id), value: plain(v) }), x => setEstimand(x, at, 'analysis', v))} />
        {(['rescue', 'dropout'] as const).map(event => <Select key={event} label={t(`trial.${event}_strategy`)} value={e[event]} options={words.strategies.map(s => ({ value: s, label: plain(s) }))} onChange={v => edit(t('trial.note.strategy', { id: plain(e.id), value: plain(v) }), x => replace(x, ['trial', 'estimands', at, 'intercurrent', event], v))} />)}
      </div>
      <p class="actions">
        {at > 0 && <button type="button" disabled={frozen} aria-label={t('trial.make_primary_of', { id: plain(e.id) })} onClick={() => void edit(t('trial.note.primary', { id: plain(e.id) }), x => makePrimary(x, at))}>{t('trial.make_primary')}</button>}
        {d.estimands.length > 1 && <button type="button" class="quiet" disabled={frozen} aria-label={t('trial.remove_estimand_of', { id: plain(e.id) })} onClick={() => void edit(t('trial.note.remove_estimand', { id: plain(e.id) }), x => removeEstimand(x, at))}>{t('trial.remove_estimand')}</button>}
      </p>
    </>
  );
}

/** A name within a sentence; one that begins with somebody's name keeps its capital. */
const inside = (name: string): string => /^\p{L}+['’]s/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** The estimand in the words of ICH E9(R1), to be pasted into a protocol. */
function sentence(d: Design, words: TrialWords, i: number): string {
  const e = d.estimands[i]!;
  const p = d.endpoints.find(o => o.id === e.endpoint);
  if (!p) return '';
  const arms = Object.keys(d.allocation).map(id => study.value.arms.find(a => a.id === id)?.name ?? id);
  return t('trial.sentence', { treated: arms.slice(1).join(', '), control: arms[0] ?? '', population: inside(words.targets.find(p => p.id === d.population)?.name ?? d.population.replaceAll('-', ' ')), what: t(`trial.what_${p.kind}`, { word: plain(p.word), when: p.at ? week(p.at) : '' }), rescue: t(`trial.how_${e.rescue}` as 'trial.how_composite'), dropout: t(`trial.how_${e.dropout}` as 'trial.how_composite'), analysis: analysis(e.analysis) }) + (e.missing ? ` ${t(`trial.missing_${e.missing}` as 'trial.missing_mar')}` : '');
}

function Add(props: { design: Design; words: TrialWords }) {
  const { design: d, words } = props;
  const [kind, setKind] = useState<TrialEndpoint['kind']>('rule');
  const [what, setWhat] = useState('');
  const [at, setAt] = useState('');
  const choices = kind === 'change' ? words.scores : words.rules;
  const like = d.endpoints.find(p => p.kind === kind)?.word ?? choices[0] ?? '';
  const chosen = choices.includes(what) ? what : like;
  const visit = d.visits.some(v => v.at === at) ? at : d.visits.at(-1)?.at ?? '';
  return (
    <details class="card add"><summary>{t('trial.add_endpoint')}</summary>
      <div class="row-fields narrow">
        <Select label={t('trial.add_kind')} value={kind} options={(['rule', 'change', 'time'] as const).map(k => ({ value: k, label: t(`trial.kind_${k}`) }))} onChange={v => setKind(v as TrialEndpoint['kind'])} />
        <Select label={t('trial.add_what')} value={chosen} options={choices.map(v => ({ value: v, label: plain(v) }))} onChange={setWhat} />
        {kind !== 'time' && <Select label={t('trial.add_at')} value={visit} options={d.visits.map(v => ({ value: v.at, label: `${v.name} (${v.at})` }))} onChange={setAt} />}
      </div>
      <p class="actions"><button type="button" disabled={current.value?.protocol.frozen ?? false} onClick={() => void edit(t('trial.note.add_endpoint', { what: plain(chosen), when: kind === 'time' ? '' : week(visit) }), x => addEndpoint(x, kind, chosen, visit))}>{t('trial.add')}</button> <span class="soft">{t('trial.add_about')}</span></p>
    </details>
  );
}
