import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Courses } from '../parts/Courses';
import { SliderField } from '../parts/Field';
import { save } from '../plots/Figure';
import { create, current, edit, go, library, open, route, studies, whenLoaded } from '../store';
import { read, replace } from '../study/edit';
import { amount, short } from '../study/model';
import { t } from '../text';
import type { Lesson, Question, Slider } from '../types';

/** What the learner chose: lesson, step, choice. Kept in this browser until it is handed in. */
const answers = signal<Record<string, number>>(JSON.parse(localStorage.getItem('propria-lessons') ?? '{}') as Record<string, number>);

function choose(key: string, choice: number): void {
  answers.value = { ...answers.value, [key]: choice };
  localStorage.setItem('propria-lessons', JSON.stringify(answers.value));
}

export function Learn() {
  const lessons = library.value?.lessons ?? [];
  const lesson = lessons.find(l => l.id === route.value.name);
  return lesson ? <One lesson={lesson} /> : (
    <>
      <h1>{t('learn.title')}</h1>
      <ul class="cards">{lessons.map(l => <li class="card" key={l.id}><h2>{l.title}</h2><p>{l.about}</p><p class="soft">{t('learn.done', { done: score(l).answered, all: score(l).all })}</p><a class="button" href={`#/learn/${encodeURIComponent(l.id)}`}>{t('learn.open')}</a></li>)}</ul>
      <p><button type="button" onClick={() => handIn(lessons)}>{t('learn.hand_in')}</button></p>
    </>
  );
}

function One(props: { lesson: Lesson }) {
  const l = props.lesson;
  const name = `lesson-${l.id}`.slice(0, 60);
  useEffect(() => {
    void (async () => {
      await whenLoaded();
      if (studies.value.includes(name) || await create(l.study, name)) await open(name);
    })();
  }, [l.id]);
  const ready = current.value?.name === name;
  return (
    <>
      <p><a href="#/learn">{t('learn.back')}</a></p>
      <h1>{l.title}</h1>
      <p class="lead">{l.about}</p>
      {ready && <div class="two"><div>
        <ol class="steps">{l.steps.map((s, i) => <li key={i}>
          <p>{s.text}</p>
          {s.slider.map(x => <Move key={x.path} slider={x} />)}
          {s.look !== 'course' && <p><button type="button" onClick={() => go(s.look === 'why' ? 'results' : s.look === 'sources' ? 'evidence' : 'mechanism', name)}>{t(s.look === 'sources' ? 'learn.look_sources' : s.look === 'why' ? 'learn.look_why' : 'learn.look_mechanism')}</button></p>}
          {s.question.map(q => <Ask key={q.text} question={q} id={`${l.id}/${i}`} />)}
        </li>)}</ol>
        <p class="soft">{t('learn.done', { done: score(l).answered, all: score(l).all })}</p>
      </div><div><Courses /></div></div>}
    </>
  );
}

function Move(props: { slider: Slider }) {
  const s = props.slider;
  const path = s.path.split('.').map(p => /^\d+$/.test(p) ? Number(p) : p);
  const now = amount(read(current.value?.text ?? '', path));
  return <SliderField label={s.label} value={Number.isFinite(now) ? now : s.low} unit={s.unit} low={s.low} high={s.high} step={s.step}
    onChange={v => edit(t('learn.note', { label: s.label, value: `${short(v)} ${s.unit}` }), x => replace(x, path, s.unit ? `${short(v)} ${s.unit}` : short(v)))} />;
}

function Ask(props: { question: Question; id: string }) {
  const chosen = answers.value[props.id];
  return (
    <fieldset class="question"><legend>{props.question.text}</legend>
      {props.question.choices.map((c, i) => <p key={i}><label><input type="radio" name={props.id} checked={chosen === i} onChange={() => choose(props.id, i)} /> {c.text}</label>
        {chosen === i && <span class={c.right ? 'right' : 'wrong'} role="status"> {t(c.right ? 'learn.right' : 'learn.wrong')} {c.reason}</span>}</p>)}
    </fieldset>
  );
}

function score(l: Lesson): { all: number; answered: number; right: number } {
  const asked = l.steps.flatMap((s, i) => s.question.map(q => ({ q, key: `${l.id}/${i}` })));
  return { all: asked.length, answered: asked.filter(a => answers.value[a.key] !== undefined).length, right: asked.filter(a => a.q.choices[answers.value[a.key] ?? -1]?.right).length };
}

/** One file with every answer, which a lecturer opens in any spreadsheet. */
function handIn(lessons: Lesson[]): void {
  const rows = lessons.flatMap(l => l.steps.flatMap((s, i) => s.question.map(q => {
    const choice = answers.value[`${l.id}/${i}`];
    return [l.id, String(i + 1), q.text, choice === undefined ? '' : q.choices[choice]?.text ?? '', choice === undefined ? 'open' : q.choices[choice]?.right ? 'right' : 'wrong'];
  })));
  save('propria-answers.csv', 'text/csv', [['lesson', 'step', 'question', 'answer', 'result'], ...rows].map(r => r.map(v => `"${v.replaceAll('"', '""')}"`).join(',')).join('\n') + '\n');
}
