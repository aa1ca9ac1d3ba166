import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { Paired } from '../plots/Paired';
import { styles } from '../plots/style';
import { Waterfall } from '../plots/Waterfall';
import { attempt } from '../store';
import { called } from '../study/model';
import { t } from '../text';
import type { Run, SubjectEffects } from '../types';
import { Select } from './Field';

/** The virtual subjects of a run one by one, each compared with itself under the other arm. */
export function Subjects(props: { run: Run }) {
  const r = props.run;
  const compared = r.endpoints.filter(e => e.effect !== null);
  const [at, setAt] = useState(0);
  const [effects, setEffects] = useState<SubjectEffects | undefined>(undefined);
  const e = compared[Math.min(at, compared.length - 1)];
  useEffect(() => {
    setEffects(undefined);
    if (e) void attempt(async () => { setEffects(await get<SubjectEffects>(`runs/${encodeURIComponent(r.name)}/subjects/${[e.id, e.arm, e.comparator].map(encodeURIComponent).join('/')}`)); });
  }, [r.name, e?.id, e?.arm]);
  if (!e) return null;
  const name = (arm: string) => r.arms.find(a => a.id === arm)?.name || arm;
  const words = r.names.find(n => n.id === e.id);
  const look = styles(r.arms);
  const shared = { name: called(r, e.id), unit: words?.unit ?? '', arm: name(e.arm), comparator: name(e.comparator) };
  return (
    <section><h2>{t('subjects.heading')}</h2>
      <p class="soft">{t('subjects.about')}</p>
      {compared.length > 1 && <Select free label={t('subjects.endpoint')} value={String(at)} options={compared.map((c, i) => ({ value: String(i), label: `${called(r, c.id)}: ${name(c.arm)} – ${name(c.comparator)}` }))} onChange={v => setAt(Number(v))} />}
      {!effects ? <p role="status">{t('subjects.wait')}</p> : effects.subjects.length === 0 ? <p class="empty">{t('subjects.none')}</p> : <>
        <Waterfall effects={effects} better={words?.better ?? ''} {...shared} />
        <Paired effects={effects} treatedClass={look.get(e.arm)?.className ?? ''} controlClass={look.get(e.comparator)?.className ?? ''} {...shared} />
      </>}
    </section>
  );
}
