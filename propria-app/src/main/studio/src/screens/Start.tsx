import { createFree, go, library, runs, studies } from '../store';
import { t } from '../text';
import type { Story } from '../types';

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
        <ul class="rows">{studies.value.map(name => <li key={name}><a href={`#/plan/${encodeURIComponent(name)}`}>{name}</a> <span class="soft">{[own(name)[0]?.title ?? '', counted(own(name).length)].filter(Boolean).join(', ')}</span></li>)}</ul>
      </section>}
      {(['mice', 'trials'] as const).map(kind => {
        const cards = stories.filter(s => s.trial === (kind === 'trials'));
        return cards.length === 0 ? null : <section key={kind}>
          <h2>{t(`start.${kind}`)}</h2>
          <ul class="cards">{cards.map(s => <li key={s.id} class="card story">
            <h3>{s.title}</h3>
            <p>{s.question}</p>
            <p class="soft">{s.mirrors ? <span title={s.citation}>{t('start.mirrors', { source: cited(s) })}</span> : t('start.no_mirror')}</p>
            <button type="button" onClick={() => void begin(s.id, s.trial ? 'trial' : 'plan')} aria-label={t('start.open_label', { title: s.title })}>{t('start.open')}</button>
          </li>)}</ul>
        </section>;
      })}
    </>
  );
}

const own = (study: string) => runs.value.filter(r => r.study === study || r.name === study || r.name.startsWith(`${study}-`));

const counted = (runs: number): string => t(runs === 1 ? 'start.run_one' : 'start.runs', { count: runs });

/** A source as it is spoken of: who and when, else where it was published; its identifier where the library has no citation. */
export function cited(story: Story): string {
  const who = /^[^.,]+?(?= et al|,|\.)/.exec(story.citation)?.[0];
  const year = story.citation.match(/\b(19|20)\d\d\b/g)?.at(-1);
  if (who && year && story.citation.includes(' et al')) return `${who} et al. ${year}`;
  const where = story.citation.replace(/\(.*?\)/g, '').split(/[;,]/)[0]!.trim().split(/\. /).at(-1)!;
  return where || story.mirrors;
}
