import { useEffect, useState } from 'preact/hooks';
import { command } from '../api';
import { Badge } from '../parts/Badge';
import { Calibration } from '../parts/Sensitivity';
import { Switch, WhatIf } from '../parts/SourcesOff';
import { attempt, chosen, run } from '../store';
import { t } from '../text';

interface Item { key: string; title: string; status: string; claims?: number }
interface Card { key: string; title: string; citation: string; file: string; status: string; integrity: { authority?: string; status: string; date?: string; notice?: string }[]; conflicts: string[]; claims: { id: string; statement: string }[]; used_by?: unknown; rests_on?: string[] }

/** The ledger: what each number stands on, and whether that still stands. Sources of the run on the page come first. */
export function Evidence() {
  const [items, setItems] = useState<Item[]>([]);
  const [card, setCard] = useState<Card | undefined>(undefined);
  const [search, setSearch] = useState('');
  const [flagged, setFlagged] = useState(false);
  useEffect(() => { void attempt(async () => { setItems((await command<{ items: Item[] }>('sources', 'list')).items); }); }, []);
  const used = new Map((run.value?.sources ?? []).map(s => [s.key, s]));
  const doubtful = (status: string) => ['retracted', 'expression_of_concern', 'replaced'].includes(status.replaceAll(' ', '_'));
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = items.filter(i => (!flagged || doubtful(i.status)) && words.every(w => `${i.key} ${i.title} ${i.status}`.toLowerCase().includes(w)))
    .sort((a, b) => Number(doubtful(b.status)) - Number(doubtful(a.status)) || (used.get(b.key)?.usedBy ?? 0) - (used.get(a.key)?.usedBy ?? 0) || a.key.localeCompare(b.key));
  const show = (key: string) => void attempt(async () => { setCard(await command<Card>('sources', 'show', key)); });
  return (
    <>
      <h1>{t('evidence.title', { count: items.length, flagged: items.filter(i => doubtful(i.status)).length })}</h1>
      <p class="lead">{t('evidence.lead')}</p>
      <p class="actions"><label class="field inline"><span>{t('evidence.search')}</span><input type="search" value={search} onInput={e => setSearch(e.currentTarget.value)} /></label>
        <label><input type="checkbox" checked={flagged} onChange={e => setFlagged(e.currentTarget.checked)} /> {t('evidence.flagged')}</label></p>
      <div class="two">
        <div class="wide" tabIndex={0} role="region" aria-label={t('evidence.list')}><table>
          <thead><tr><th scope="col">{t('evidence.source')}</th><th scope="col">{t('evidence.standing')}</th><th scope="col" class="num">{t('evidence.used')}</th></tr></thead>
          <tbody>{shown.map(i => <tr key={i.key}><td><button type="button" class="link" onClick={() => show(i.key)}>{i.title}</button><br /><span class="soft">{i.key}</span></td><td><Badge status={i.status.replaceAll(' ', '_')} /></td><td class="num">{used.get(i.key)?.usedBy ?? ''}</td></tr>)}</tbody>
        </table></div>
        <div aria-live="polite">{card ? <section class="card source">
          <h2>{card.title}</h2>
          <p>{card.citation}</p>
          <p class="actions"><Badge status={card.status} /> {used.has(card.key) && <Switch source={card.key} />}</p>
          {run.value && !used.has(card.key) && <p class="soft">{t('off.not_used')}</p>}
          <ul class="rows">{card.integrity.map((a, i) => <li key={i}><Badge status={a.status} {...(a.date ? { date: a.date } : {})} {...(a.authority ? { authority: a.authority } : {})} /> {a.notice && <span class="soft">{t('evidence.notice', { notice: a.notice })}</span>}</li>)}</ul>
          {card.conflicts.length > 0 && <p class="warning">{card.conflicts.join(' ')}</p>}
          <h3>{t('evidence.claims', { count: card.claims.length })}</h3>
          <ul>{card.claims.map(c => <li key={c.id}>{c.statement} <code>{c.id}</code></li>)}</ul>
          <p class="soft">{card.file}</p>
        </section> : <p class="soft">{t('evidence.choose')}</p>}
          <section class="card"><h2>{t('off.heading')}</h2><WhatIf /></section></div>
      </div>
      <Calibration />
    </>
  );
}

interface Entry { id: string; name: string; kind: string; unit?: string; place: string; formula?: string; reactions?: { id: string; name?: string; change: string; rate?: string; place: string; parameters?: { id: string; value?: number; unit?: string; standing: string; sources: string[]; place: string }[] }[] }

/** Why this number? A quantity of the model: every reaction that changes it, values, sources, places. */
export function WhyNumber() {
  const [entry, setEntry] = useState<Entry | undefined>(undefined);
  const id = chosen.value;
  useEffect(() => {
    setEntry(undefined);
    if (id) void attempt(async () => { setEntry((await command<{ entries: Entry[] }>('explain', id)).entries[0]); });
  }, [id]);
  if (!id) return <section><h2>{t('number.title')}</h2><p class="soft">{t('number.none')}</p></section>;
  return (
    <section aria-live="polite"><h2>{t('number.title')}</h2>
      {entry ? <>
        <h3>{entry.name} <code>{entry.id}</code></h3>
        <p class="soft">{entry.kind}{entry.unit ? `, ${entry.unit}` : ''}; {entry.place}</p>
        <ul class="reactions">{(entry.reactions ?? []).map(r => <li key={r.id}>
          <b>{r.change} {r.name ?? r.id}</b> <span class="soft">{r.place}</span>
          {r.rate && <code class="rate">{r.rate}</code>}
          <ul>{(r.parameters ?? []).map(p => <li key={p.id}>{p.id} = {p.value} {p.unit} <span class={`standing ${p.standing}`}>{p.standing}</span>{p.sources.length > 0 && <span class="soft"> {p.sources.join('; ')}</span>}</li>)}</ul>
        </li>)}</ul>
        <button type="button" class="quiet" onClick={() => { chosen.value = ''; }}>{t('number.close')}</button>
      </> : <p role="status">{t('number.wait')}</p>}
    </section>
  );
}
