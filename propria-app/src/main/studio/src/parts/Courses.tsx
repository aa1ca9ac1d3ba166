import { Problems } from './Problems';
import { TimeCourse, type Course, type Stretch } from '../plots/TimeCourse';
import { styles } from '../plots/style';
import { current, preview, previewProblems, study, subjectCourse } from '../store';
import { days, short, three } from '../study/model';
import { t } from '../text';
import type { Preview, Run, Shown } from '../types';

/** The typical course of each arm, as the study is edited: a line each, no band, and said so. */
export function Courses(props: { first?: boolean }) {
  const answer = preview.value;
  if (previewProblems.value.length > 0) return <Problems list={previewProblems.value} quiet />;
  if (!answer) return <p class="soft" role="status">{t(current.value?.problems.some(p => p.severity === 'error') ? 'courses.mistake' : 'courses.wait')}</p>;
  const shown = props.first ? answer.observables.slice(0, 3) : answer.observables;
  return <>{shown.map((o, i) => <TimeCourse key={o.id} title={typicalTitle(answer, o)} {...(i === 0 ? { about: t('courses.typical') } : {})} name={`typical-${o.id}`} unit={o.unit} cursor
    courses={typical(answer, answer.observables.findIndex(x => x.id === o.id))} stretches={stretches()} doses={doses()} />)}</>;
}

function typical(answer: Preview, observable: number): Course[] {
  const look = styles(answer.arms);
  return answer.arms.map(a => ({ id: a.id, name: a.name, style: look.get(a.id)!, times: answer.times, middle: a.courses[observable] ?? [], bands: [], points: [] }));
}

/** What the typical subjects come to at the end of the study. */
function typicalTitle(answer: Preview, o: Shown): string {
  const at = answer.observables.findIndex(x => x.id === o.id);
  const values = answer.arms.map(a => t('courses.value', { value: three(a.courses[at]?.at(-1) ?? NaN), arm: a.name }));
  return t('courses.typical_headline', { name: o.name, unit: o.unit, day: short(Math.round(answer.times.at(-1)! * 10) / 10), values: values.join(', ') });
}

function stretches(): Stretch[] {
  return study.value.phases.map(p => ({ name: p.name, from: days(p.from), to: days(p.to), ill: Object.keys(p.insult).length > 0 }));
}

function doses(): { arm: string; day: number; label: string }[] {
  return study.value.arms.flatMap(a => a.regimen.flatMap(r => r.at.map(at => ({ arm: a.id, day: days(at), label: `${a.name}: ${r.amount}, ${r.route}` }))));
}

/** The courses of a finished run: median and two named bands, published points over them. */
export function RunCourses(props: { run: Run }) {
  const r = props.run;
  return <>{r.observables.map((o, i) => <TimeCourse key={o.id} title={courseTitle(r, o.id, o.name, o.unit)} {...(i === 0 ? { about: t('courses.bands') } : {})} name={`${r.name}-${o.id}`} unit={o.unit} cursor result {...single(r, o.id)}
    courses={banded(r, o.id)} stretches={r.phases.map(p => ({ name: p.name, from: p.from, to: p.to, ill: p.insults.length > 0 }))}
    doses={r.arms.flatMap(a => a.doses.map(d => ({ arm: a.id, day: d.day, label: `${a.name || a.id}: ${short(d.amount)} ${d.unit} ${d.productName}` })))} />)}</>;
}

/** The course of the subject that is chosen in another picture. */
function single(r: Run, observable: string) {
  const chosen = subjectCourse.value;
  if (!chosen) return {};
  return { single: { name: t('courses.single', { draw: chosen.draw, number: chosen.subject }), lines: r.arms.map(a => ({ arm: a.id, points: chosen.points.filter(p => p.arm === a.id && p.observable === observable).map(p => [p.day, p.value] as [number, number]) })) } };
}

function courseTitle(r: Run, id: string, name: string, unit: string): string {
  const last = r.arms.map(a => ({ arm: a.name || a.id, band: r.bands.filter(b => b.arm === a.id && b.observable === id).at(-1) })).filter(x => x.band);
  if (last.length === 0) return name;
  const sorted = last.sort((a, b) => a.band!.q50 - b.band!.q50);
  const low = sorted[0]!;
  const high = sorted.at(-1)!;
  return low === high ? name : t('courses.headline', { name, unit, low: three(low.band!.q50), lowArm: low.arm, high: three(high.band!.q50), highArm: high.arm, day: short(low.band!.day) });
}

function banded(r: Run, observable: string): Course[] {
  const look = styles(r.arms);
  return r.arms.map(a => {
    const rows = r.bands.filter(b => b.arm === a.id && b.observable === observable);
    const means = r.means.filter(b => b.arm === a.id && b.observable === observable);
    return {
      id: a.id, name: a.name || a.id, style: look.get(a.id)!, times: rows.map(b => b.day), middle: rows.map(b => b.q50),
      bands: [
        { name: t('courses.band_animals'), lower: rows.map(b => b.q05), upper: rows.map(b => b.q95) },
        { name: t('courses.band_means'), lower: means.map(b => b.q05), upper: means.map(b => b.q95) },
      ],
      points: r.measurements.filter(m => m.arm === a.id && m.observable === observable && m.unit !== 'direction').map(m => ({
        day: m.day, value: m.value, low: m.value - (m.spread ?? 0), high: m.value + (m.spread ?? 0),
        label: `${m.source}: ${short(m.value)} ${m.unit}${m.spread ? ` ± ${short(m.spread)} (${m.spreadKind})` : ''}${m.n ? `, n ${m.n}` : ''}; ${m.place}`,
      })),
    };
  });
}
