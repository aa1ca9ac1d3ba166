import { useState } from 'preact/hooks';
import { current, edit } from '../store';
import { days, short } from '../study/model';
import { addVisit, moveVisit, readAt, removeVisit, type Trial as Design } from '../study/trial';
import { t } from '../text';
import { TextField } from './Field';

/** The visits of a trial: each can be moved or taken away, and more can be added. */
export function Visits(props: { design: Design }) {
  const d = props.design;
  const last = Math.max(...d.visits.map(v => days(v.at)), 0) / 7;
  const [next, setNext] = useState('');
  const frozen = current.value?.protocol.frozen ?? false;
  const atWeek = Number.parseFloat(next) || Math.ceil(last) + 4;
  const taken = d.visits.some(v => days(v.at) === atWeek * 7);
  return (
    <section aria-labelledby="visits">
      <h3 id="visits">{t('trial.visits')}</h3>
      <ul class="visits">{d.visits.map((v, i) => {
        const used = readAt(d, v);
        return <li key={v.at}>
          <TextField label={t('trial.visit_week', { name: v.name })} value={short(Math.round(100 * days(v.at) / 7) / 100)} hint={used.length > 0 ? t('trial.visit_read', { estimands: used.map(id => id.replaceAll('_', ' ')).join(', ') }) : t('trial.visit_unread')} onChange={x => { const to = Number.parseFloat(x); if (to > 0) void edit(t('trial.note.move_visit', { name: v.name, week: short(to) }), text => moveVisit(text, i, to)); }} />
          <button type="button" class="quiet" disabled={frozen || used.length > 0 || d.visits.length < 2} aria-label={t('trial.remove_visit_of', { name: v.name })} title={used.length > 0 ? t('trial.visit_kept') : ''} onClick={() => void edit(t('trial.note.remove_visit', { name: v.name }), text => removeVisit(text, i))}>{t('trial.remove_visit')}</button>
        </li>;
      })}
        <li class="new">
          <label class="field"><span>{t('trial.new_visit')}</span><input type="number" min="1" max="520" step="1" disabled={frozen} value={next} placeholder={String(Math.ceil(last) + 4)} onInput={e => setNext(e.currentTarget.value)} /></label>
          <button type="button" disabled={frozen || taken} onClick={() => { setNext(''); void edit(t('trial.note.add_visit', { week: short(atWeek) }), text => addVisit(text, atWeek)); }}>{t('trial.add_visit')}</button>
        </li></ul>
    </section>
  );
}
