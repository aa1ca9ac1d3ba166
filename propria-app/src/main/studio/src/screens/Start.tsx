import { createFree, go, library, runs, studies } from '../store';
import { t } from '../text';

/** Story cards of the studies that ship, and what lies in the workspace. */
export function Start() {
  const stories = library.value?.library.stories ?? [];
  const begin = async (from: string, screen: string) => {
    const name = await createFree(from, from);
    if (name) go(screen, name);
  };
  return (
    <>
      <h1>{t('start.title')}</h1>
      <p class="lead">{t('start.lead')}</p>
      <p class="actions"><button type="button" class="main" onClick={() => void begin('dss-uc-msc', 'plan')}>{t('start.plan')}</button> <a class="button" href="#/learn">{t('start.learn')}</a></p>
      {studies.value.length > 0 && <section>
        <h2>{t('start.yours')}</h2>
        <ul class="rows">{studies.value.map(name => <li key={name}><a href={`#/plan/${encodeURIComponent(name)}`}>{name}</a> <span class="soft">{t('start.runs', { count: runs.value.filter(r => r.name === name || r.name.startsWith(`${name}-`)).length })}</span></li>)}</ul>
      </section>}
      <section>
        <h2>{t('start.stories')}</h2>
        <ul class="cards">{stories.map(s => <li key={s.id} class="card">
          <h3>{s.title}</h3>
          <p>{s.question}</p>
          <p class="soft">{s.mirrors ? t('start.mirrors', { source: s.mirrors }) : ''}</p>
          <button type="button" onClick={() => void begin(s.id, s.trial ? 'trial' : 'results')} aria-label={t('start.open_label', { title: s.title })}>{t('start.open')}</button>
        </li>)}</ul>
      </section>
    </>
  );
}
