import { useState } from 'preact/hooks';
import { believed, Operating, withError, type Curve, type Point } from '../plots/Operating';
import { t } from '../text';
import type { Operating as Row, TrialRun } from '../types';
import { Select } from './Field';

type Cell = Record<string, string>;
type Axis = 'patients' | 'day' | 'dose';

const wanted = (beliefs: string) => [{ id: 'power', bank: 'typical', population: 'design', whole: 'power', cell: 'power_unadjusted' }, { id: 'assurance', bank: beliefs, population: 'design', whole: 'assurance', cell: 'assurance_unadjusted' }, { id: 'type1', bank: 'prior', population: 'null', whole: 'type_1_error_unadjusted', cell: 'type_1_error_unadjusted' }] as const;
type Wanted = ReturnType<typeof wanted>[number];

/** Curves of one estimand at a time: over patients, weeks and dose where the run has them, else over the sizes of the design. */
export function OperatingCurves(props: { run: TrialRun; rows: Row[]; again: boolean; patients: number; alpha: number }) {
  const keys = [...new Map(props.rows.map(o => [`${o.estimand}/${o.arm}`, o])).values()];
  const [at, setAt] = useState('');
  const key = keys.find(k => `${k.estimand}/${k.arm}` === at) ?? keys[0];
  if (!key) return null;
  const words = key.estimand.replaceAll('_', ' ');
  const cells = props.again ? [] : (props.run.further['curves.csv'] ?? []).filter(c => c['estimand'] === key.estimand && c['arm'] === key.arm);
  const days = cells.map(c => Number(c['day'])).filter(Number.isFinite);
  const due = Number.isFinite(key.day) ? key.day : Math.max(...days);
  const whole = { name: `operating-${key.estimand}`, alpha: props.alpha };
  const said = (c: Curve | undefined, x: number) => { const p = c?.points.find(o => o.x === x); return p ? withError(p) : t('operating.absent'); };
  return (
    <section><h2>{t('operating.heading')}</h2>
      {keys.length > 1 && <Select free label={t('operating.which')} value={`${key.estimand}/${key.arm}`} options={keys.map(k => ({ value: `${k.estimand}/${k.arm}`, label: `${k.estimand.replaceAll('_', ' ')}, ${k.arm}` }))} onChange={setAt} />}
      <Sizes rows={props.rows} estimand={key.estimand} arm={key.arm} patients={props.patients} said={said} {...whole} />
      {cells.length === 0 ? <p class="empty">{t(props.again ? 'operating.no_curves_again' : 'operating.no_curves')}</p> : (['patients', 'day', 'dose'] as Axis[]).map(axis => {
        const curves: Curve[] = wanted(believed(props.rows)).map(w => ({ id: w.id, points: along(cells, axis, w, props.patients, due) }));
        const places = curves[0]!.points.length;
        if (places < 2) return <p class="empty" key={axis}>{t(`operating.none_${axis}`)}</p>;
        const last = Math.max(...curves[0]!.points.map(p => p.x));
        return <Operating key={axis} {...whole} name={`curve-${axis}-${key.estimand}`} curves={curves} axis={t(`operating.axis_${axis}`)} unit={x => t(`operating.at_${axis}`, { x: Math.round(100 * x) / 100 })}
          title={t('operating.curve_title', { estimand: words, place: t(`operating.at_${axis}`, { x: Math.round(100 * last) / 100 }), power: said(curves[0], last), assurance: said(curves[1], last) })} about={t(`operating.about_${axis}`)} />;
      })}
    </section>
  );
}

function Sizes(props: { rows: Row[]; estimand: string; arm: string; patients: number; name: string; alpha: number; said: (c: Curve | undefined, x: number) => string }) {
  const curves: Curve[] = wanted(believed(props.rows)).map(w => ({ id: w.id, points: props.rows.filter(r => r.estimand === props.estimand && r.arm === props.arm && r.bank === w.bank && r.population === w.population && r.measure === w.whole).map(r => ({ x: r.patients, value: r.value, error: r.error, trials: r.trials })) }));
  return <Operating name={props.name} alpha={props.alpha} curves={curves} axis={t('operating.axis')} unit={x => t('operating.at_patients', { x })} about={t('operating.about')}
    title={t('operating.title', { estimand: props.estimand.replaceAll('_', ' '), patients: props.patients, power: props.said(curves[0], props.patients), assurance: props.said(curves[1], props.patients) })} />;
}

function along(cells: Cell[], axis: Axis, w: Wanted, patients: number, due: number): Point[] {
  return cells.filter(c => c['bank'] === w.bank && c['population'] === w.population && c['measure'] === w.cell)
    .filter(c => axis === 'patients' || Number(c['patients']) === patients).filter(c => axis === 'day' || Number(c['day']) === due).filter(c => axis === 'dose' || Number(c['dose']) === 1)
    .map(c => ({ x: axis === 'day' ? Number(c['day']) / 7 : Number(c[axis]), value: Number(c['value']), error: Number(c['mc_error']), trials: Number(c['trials']) })).filter(p => Number.isFinite(p.x) && Number.isFinite(p.value));
}
