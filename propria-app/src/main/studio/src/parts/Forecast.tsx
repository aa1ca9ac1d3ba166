import { Intervals } from '../plots/Intervals';
import { called, three } from '../study/model';
import { t } from '../text';
import type { Run } from '../types';

/** What one further laboratory would find, beside the model's own answer. */
export function Forecasts(props: { run: Run }) {
  const r = props.run;
  const rows = r.forecasts.filter(f => f.reason === '');
  const name = (arm: string) => r.arms.find(a => a.id === arm)?.name || arm;
  if (r.forecasts.length === 0) return r.calibrated ? null : <p class="soft">{t('forecast.not_calibrated')}</p>;
  const first = rows[0];
  const arms = new Set(rows.map(f => f.arm)).size;
  const likely = (f: (typeof rows)[number]) => f.showsLower >= f.showsHigher && f.showsLower >= f.showsNone ? t('forecast.lower', { p: Math.round(100 * f.showsLower) }) : f.showsHigher >= f.showsNone ? t('forecast.higher', { p: Math.round(100 * f.showsHigher) }) : t('forecast.equal', { p: Math.round(100 * f.showsNone) });
  return (
    <section><h2>{t('forecast.heading')}</h2>
      {first && <Intervals result name="forecast" title={t('forecast.title', { name: called(r, first.endpoint), what: likely(first) })} about={t('forecast.about', { count: r.subjects.perArm })} axis={t('forecast.axis')}
        rows={rows.map(f => ({ id: f.endpoint + f.arm, label: called(r, f.endpoint), note: (arms > 1 ? `${name(f.arm)}: ` : '') + t('forecast.row', { lower: Math.round(100 * f.showsLower), none: Math.round(100 * f.showsNone), higher: Math.round(100 * f.showsHigher) }), value: f.median, low: f.lower, high: f.upper }))} />}
      {r.forecasts.filter(f => f.reason !== '').map(f => <p class="soft" key={f.endpoint + f.arm}>{t('forecast.unknown', { name: called(r, f.endpoint), reason: f.reason })}</p>)}
      {r.fittedToThisStudy && <p class="warning">{t('forecast.fitted')}</p>}
      <p class="soft">{first ? t('forecast.scale', { value: three(first.median) }) : ''}</p>
    </section>
  );
}
