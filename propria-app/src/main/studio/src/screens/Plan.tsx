import { Select, SliderField, TextField } from '../parts/Field';
import { Problems } from '../parts/Problems';
import { Courses } from '../parts/Courses';
import { Similar } from '../parts/Similar';
import { current, edit, library, study } from '../store';
import { append, removeAt, replace, scalar } from '../study/edit';
import { amount, days, short } from '../study/model';
import { t, unitName } from '../text';

/** Four questions in bench words: in whom, how ill, what is given, what is measured. */
export function Plan() {
  const s = study.value;
  const lib = library.value?.library;
  if (!lib || !current.value) return null;
  const ill = s.phases.findIndex(p => Object.keys(p.insult).length > 0);
  const phase = s.phases[ill];
  const insult = phase ? Object.keys(phase.insult)[0] ?? '' : '';
  const entry = lib.insults.find(i => i.id === insult);
  const species = lib.populations.find(p => p.id === s.population)?.species ?? s.species;
  return (
    <>
      <h1>{t('plan.title')}</h1>
      <div class="two">
        <div>
          <TextField long label={t('plan.question')} value={s.question} onChange={v => edit(t('plan.note.question'), x => replace(x, ['question'], scalar(v)))} />
          <fieldset><legend>{t('plan.who')}</legend>
            <Select label={t('plan.population')} value={s.population} options={lib.populations.map(p => ({ value: p.id, label: p.name }))}
              onChange={v => edit(t('plan.note.population', { value: v }), x => replace(replace(x, ['subjects', 'population'], scalar(v)), ['subjects', 'species'], lib.populations.find(p => p.id === v)?.species ?? species))} />
            <SliderField label={t('plan.per_arm')} value={amount(s.perArm) || 10} unit={t('plan.subjects')} low={2} high={40} step={1} onChange={v => edit(t('plan.note.per_arm', { value: v }), x => replace(x, ['subjects', 'per_arm'], String(v)))} />
          </fieldset>
          {phase && <fieldset><legend>{t('plan.how_ill')}</legend>
            <Select label={t('plan.insult')} value={insult} options={lib.insults.map(i => ({ value: i.id, label: i.name }))}
              onChange={v => { const next = lib.insults.find(i => i.id === v); if (next) edit(t('plan.note.insult', { value: next.name }), x => replace(x, ['phases', ill, 'insult'], `{${v}: ${short(next.maximum * 0.3)} ${next.unit}}`)); }} />
            {entry && <SliderField label={t('plan.strength', { name: entry.name })} value={amount(phase.insult[insult] ?? '0')} unit={entry.unit} low={0} high={entry.maximum} step={entry.maximum / 40}
              onChange={v => edit(t('plan.note.strength', { value: `${short(v)} ${entry.unit}` }), x => replace(x, ['phases', ill, 'insult', insult], `${short(v)} ${entry.unit}`))} />}
            <SliderField label={t('plan.days')} value={days(phase.to) - days(phase.from)} unit={t('plan.day_unit')} low={1} high={28} step={1} onChange={v => edit(t('plan.note.days', { value: v }), x => moveEnd(x, ill, v))} />
          </fieldset>}
          <fieldset><legend>{t('plan.given')}</legend>
            <ul class="rows">{s.arms.map(a => <li key={a.id}><b>{a.name}</b> <span class="soft">{a.regimen.length === 0 ? t('plan.nothing') : a.regimen.map(r => `${lib.products.find(p => p.id === r.product)?.name ?? r.product}, ${r.amount}, ${r.route.replaceAll('_', ' ')}, ${t('plan.on', { days: r.at.join(', ') })}`).join('; ')}</span></li>)}</ul>
            <Similar />
            <p><a class="button" href={`#/arms/${encodeURIComponent(current.value.name)}`}>{t('plan.change_arms')}</a></p>
          </fieldset>
          <fieldset><legend>{t('plan.measured')}</legend>
            <ul class="checks">{lib.observables.filter(o => o.species === '' || o.species === species).sort((a, b) => Number(s.observe.includes(b.id)) - Number(s.observe.includes(a.id)) || a.name.localeCompare(b.name)).map(o => {
              const at = s.observe.indexOf(o.id);
              return <li key={o.id}><label><input type="checkbox" disabled={current.value?.protocol.frozen ?? false} checked={at >= 0} onChange={() => edit(t(at >= 0 ? 'plan.note.unmeasure' : 'plan.note.measure', { name: o.name }), x => at >= 0 ? removeAt(x, ['observe'], at) : append(x, ['observe'], o.id))} /> {o.name} <span class="soft">{unitName(o.unit)}</span></label></li>;
            })}</ul>
          </fieldset>
        </div>
        <div>
          <Problems list={current.value.problems} quiet />
          <Courses first />
          <details class="yaml"><summary>{t('plan.yaml')}</summary><pre tabIndex={0}>{current.value.text}</pre></details>
        </div>
      </div>
    </>
  );
}

/** Moves the end of a phase, and everything that follows it by as much. */
function moveEnd(text: string, index: number, length: number): string {
  let moved = text;
  const phases = study.peek().phases;
  const from = days(phases[index]!.from);
  const shift = from + length - days(phases[index]!.to);
  phases.forEach((p, i) => {
    if (i === index) moved = replace(moved, ['phases', i, 'to'], `${short(from + length)} d`);
    if (i > index) {
      moved = replace(moved, ['phases', i, 'from'], `${short(days(p.from) + shift)} d`);
      moved = replace(moved, ['phases', i, 'to'], `${short(days(p.to) + shift)} d`);
    }
  });
  return moved;
}
