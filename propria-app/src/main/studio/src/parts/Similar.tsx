import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { current, study } from '../store';
import { t } from '../text';
import type { Similar as Answer } from '../types';
import { Badge } from './Badge';

/** Published studies like the one that is planned, counted, with those in doubt and those that found nothing. */
export function Similar() {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const s = study.value;
  const likeness = JSON.stringify([s.phases.map(p => Object.keys(p.insult)), s.arms.map(a => a.regimen.map(r => [r.product, r.route]))]);
  useEffect(() => {
    const name = current.value?.name;
    if (name) void get<Answer>(`studies/${encodeURIComponent(name)}/similar`).then(setAnswer, () => setAnswer(undefined));
  }, [current.value?.name, likeness]);
  if (!answer || answer.all === 0) return null;
  const none = answer.studies.filter(p => p.equal > 0 && p.lower + p.higher === 0).length;
  return (
    <details class="similar"><summary>{t('similar.count', { count: answer.studies.length, flagged: answer.studies.filter(p => p.flagged).length, none, all: answer.all })}</summary>
      <ul class="rows">{answer.studies.map(p => <li key={p.id}>{p.flagged && <Badge status="expression_of_concern" />} {p.citation} <span class="soft">{t('similar.row', { route: t(p.sameRoute ? 'similar.same_route' : 'similar.other_route'), lower: p.lower, equal: p.equal, higher: p.higher, standing: p.standing })}</span></li>)}</ul>
    </details>
  );
}
