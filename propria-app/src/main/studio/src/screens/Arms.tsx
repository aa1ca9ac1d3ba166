import { Select, TextField } from '../parts/Field';
import { Problems } from '../parts/Problems';
import { Courses } from '../parts/Courses';
import { DoseStrip } from '../parts/DoseStrip';
import { current, edit, library, study } from '../store';
import { append, removeAt, replace, scalar } from '../study/edit';
import type { Regimen } from '../study/model';
import { named, t } from '../text';
import type { Product } from '../types';

const ROLES = ['vehicle', 'naive_msc', 'primed_msc', 'exosome', 'standard_of_care', 'untreated'];
const START: Record<string, string> = { cells: '1e6 cells', particles: '1e9 particles', medium: '200 uL', drug: '5 mg/kg' };

/** The arms side by side: what each receives, by which route, on which days. */
export function Arms() {
  const s = study.value;
  const lib = library.value?.library;
  if (!lib || !current.value) return null;
  const add = () => {
    let n = s.arms.length + 1;
    while (s.arms.some(a => a.id === `arm_${n}`)) n++;
    edit(t('arms.note.add'), x => append(x, ['arms'], `{id: arm_${n}, name: ${t('arms.new', { number: n })}, role: naive_msc}`));
  };
  const frozen = current.value.protocol.frozen;
  return (
    <>
      <h1>{t('arms.title')}</h1>
      <Problems list={current.value.problems} quiet />
      <DoseStrip />
      <ul class="cards arms">{s.arms.map((arm, i) => <li class="card" key={arm.id}>
        <TextField label={t('arms.name')} value={arm.name} onChange={v => edit(t('arms.note.name', { name: v }), x => replace(x, ['arms', i, 'name'], scalar(v)))} />
        <Select label={t('arms.role')} value={arm.role} options={ROLES.map(r => ({ value: r, label: named('role', r) }))} onChange={v => edit(t('arms.note.role', { name: arm.name }), x => replace(x, ['arms', i, 'role'], v))} />
        {arm.regimen.map((r, k) => <Dose key={k} arm={arm.name} index={i} which={k} regimen={r} all={arm.regimen} products={lib.products} />)}
        <p class="actions">
          <button type="button" disabled={frozen} onClick={() => edit(t('arms.note.dose', { name: arm.name }), x => setRegimen(x, i, [...arm.regimen, { product: 'msc_bone_marrow', amount: '1e6 cells', route: 'intraperitoneal', at: ['2 d'] }]))}>{t('arms.add_dose')}</button>
          {s.arms.length > 1 && <button type="button" class="quiet" disabled={frozen} onClick={() => edit(t('arms.note.remove', { name: arm.name }), x => removeAt(x, ['arms'], i))}>{t('arms.remove')}</button>}
        </p>
      </li>)}</ul>
      <p><button type="button" disabled={frozen} onClick={add}>{t('arms.add')}</button></p>
      <Courses first />
    </>
  );
}

function Dose(props: { arm: string; index: number; which: number; regimen: Regimen; all: Regimen[]; products: Product[] }) {
  const { regimen: r, index, which, all } = props;
  const product = props.products.find(p => p.id === r.product);
  const change = (note: string, to: Partial<Regimen>) => edit(note, x => setRegimen(x, index, all.map((old, k) => k === which ? { ...old, ...to } : old)));
  const swap = (id: string) => {
    const next = props.products.find(p => p.id === id);
    if (!next) return;
    const same = next.kind === product?.kind;
    change(t('arms.note.product', { name: next.name }), { product: id, ...(same ? {} : { amount: START[next.kind] ?? r.amount }), ...(next.routes.includes(r.route) ? {} : { route: next.routes[0] ?? r.route }) });
  };
  return (
    <fieldset><legend>{t('arms.dose', { number: which + 1 })}</legend>
      <Select label={t('arms.product')} value={r.product} options={props.products.map(p => ({ value: p.id, label: p.name }))} onChange={swap} />
      <TextField label={t('arms.amount')} value={r.amount} hint={product ? t('arms.counted', { unit: product.doseUnit }) : ''} onChange={v => change(t('arms.note.amount', { value: v }), { amount: v })} />
      <Select label={t('arms.route')} value={r.route} options={(product?.routes ?? []).map(v => ({ value: v, label: library.value?.library.routes.find(x => x.id === v)?.name ?? v }))} onChange={v => change(t('arms.note.route', { value: v }), { route: v })} />
      <TextField label={t('arms.at')} value={r.at.join(', ')} hint={t('arms.at_hint')} onChange={v => change(t('arms.note.days', { value: v }), { at: v.split(',').map(x => x.trim()).filter(Boolean).map(x => /^-?[\d.]+$/.test(x) ? `${x} d` : x) })} />
      <button type="button" class="quiet" disabled={current.value?.protocol.frozen ?? false} onClick={() => edit(t('arms.note.undose', { name: props.arm }), x => setRegimen(x, index, all.filter((_, k) => k !== which)))}>{t('arms.remove_dose')}</button>
    </fieldset>
  );
}

/** Writes what an arm receives as one line. */
export function setRegimen(text: string, arm: number, regimen: Regimen[]): string {
  const entries = regimen.map(r => `{product: ${r.product}, amount: ${scalar(r.amount)}, route: ${r.route}, at: [${r.at.map(scalar).join(', ')}]${r.over ? `, over: ${scalar(r.over)}` : ''}}`);
  return replace(text, ['arms', arm, 'regimen'], `[${entries.join(', ')}]`);
}
