import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../api';
import { DoseCurve, DoseSurface } from '../plots/DosePlots';
import { Learnt } from '../plots/Learnt';
import { TornadoPlot } from '../plots/TornadoPlot';
import { attempt, current } from '../store';
import { called } from '../study/model';
import { t } from '../text';
import type { DoseResponse, Learned, Run, Tornado } from '../types';

type Kind = 'dose' | 'tornado';

/** Draws behind an interval: some seconds for each picture. */
const DRAWS = 20;

/** Dose and day, and what a tenth of each parameter does: asked for, as each takes some seconds. */
export function Sensitivity(props: { run: Run }) {
  const ids = [...new Set(props.run.endpoints.filter(e => e.effect !== null).map(e => e.id))];
  const [dose, setDose] = useState<DoseResponse | undefined>(undefined);
  const [tornado, setTornado] = useState<Tornado | undefined>(undefined);
  const [busy, setBusy] = useState<Record<Kind, '' | 'typical' | 'band'>>({ dose: '', tornado: '' });
  const asked = useRef<Record<Kind, number>>({ dose: 0, tornado: 0 });
  useEffect(() => { asked.current = { dose: asked.current.dose + 1, tornado: asked.current.tornado + 1 }; setBusy({ dose: '', tornado: '' }); setDose(undefined); setTornado(undefined); }, [props.run.name]);
  const study = current.value?.name;
  if (ids.length === 0 || !study) return null;
  // The typical answer comes first, the interval after it; an answer to an older question is dropped.
  const ask = async (what: Kind, id: string) => {
    const question = ++asked.current[what];
    const parameters = what === 'dose' ? '' : `parameters=${encodeURIComponent([...new Set(props.run.influences.filter(i => i.endpoint === id).map(i => i.parameter))].slice(0, 25).join(','))}`;
    const path = `studies/${encodeURIComponent(study)}/${what === 'dose' ? 'dose-response' : 'tornado'}/${encodeURIComponent(id)}?${parameters}`;
    for (const stage of ['typical', 'band'] as const) {
      setBusy(b => ({ ...b, [what]: stage }));
      const answer = await attempt(() => get<DoseResponse & Tornado>(`${path}&draws=${stage === 'band' ? DRAWS : 0}`));
      if (question !== asked.current[what]) return;
      if (!answer) break;
      if (what === 'dose') setDose(answer); else setTornado(answer);
    }
    setBusy(b => ({ ...b, [what]: '' }));
  };
  const wait = (['dose', 'tornado'] as const).filter(k => busy[k] !== '').map(k => busy[k] === 'band' ? t(`${k}.wait_band`, { draws: DRAWS }) : t(`sensitivity.${k}_wait`)).join(' ');
  return (
    <section><h2>{t('sensitivity.heading')}</h2>
      <p class="actions">{ids.slice(0, 4).map(id => <button type="button" key={id} disabled={busy.dose === 'typical'} onClick={() => void ask('dose', id)}>{t('sensitivity.dose', { id: called(props.run, id) })}</button>)}</p>
      <p class="actions">{ids.slice(0, 4).map(id => <button type="button" key={id} disabled={busy.tornado === 'typical'} onClick={() => void ask('tornado', id)}>{t('sensitivity.tornado', { id: called(props.run, id) })}</button>)}</p>
      {wait && <p class="soft" role="status">{wait}</p>}
      {dose && <><DoseCurve dose={dose} /><DoseSurface dose={dose} /></>}
      {tornado && <TornadoPlot tornado={tornado} name={called(props.run, tornado.endpoint)} />}
    </section>
  );
}

/** What the calibration learned of each of its parameters. */
export function Calibration() {
  const [parameters, setParameters] = useState<Learned[] | undefined>(undefined);
  useEffect(() => { void attempt(async () => { setParameters((await get<{ parameters: Learned[] }>('identifiability')).parameters); }); }, []);
  if (!parameters || parameters.length === 0) return null;
  return <section><h2>{t('learnt.heading')}</h2><Learnt parameters={parameters} /></section>;
}
