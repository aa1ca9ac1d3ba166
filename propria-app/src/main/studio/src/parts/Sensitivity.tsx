import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { DoseCurve, DoseSurface } from '../plots/DosePlots';
import { Learnt } from '../plots/Learnt';
import { TornadoPlot } from '../plots/TornadoPlot';
import { attempt, current } from '../store';
import { called } from '../study/model';
import { t } from '../text';
import type { DoseResponse, Learned, Run, Tornado } from '../types';

/** Dose and day, and what a tenth of each parameter does: asked for, as each takes some seconds. */
export function Sensitivity(props: { run: Run }) {
  const ids = [...new Set(props.run.endpoints.filter(e => e.effect !== null).map(e => e.id))];
  const [dose, setDose] = useState<DoseResponse | undefined>(undefined);
  const [tornado, setTornado] = useState<Tornado | undefined>(undefined);
  const [busy, setBusy] = useState('');
  useEffect(() => { setDose(undefined); setTornado(undefined); }, [props.run.name]);
  const study = current.value?.name;
  if (ids.length === 0 || !study) return null;
  const ask = async (what: 'dose' | 'tornado', id: string) => {
    setBusy(what);
    const base = `studies/${encodeURIComponent(study)}`;
    if (what === 'dose') setDose(await attempt(() => get<DoseResponse>(`${base}/dose-response/${encodeURIComponent(id)}`)));
    else {
      const parameters = [...new Set(props.run.influences.filter(i => i.endpoint === id).map(i => i.parameter))].slice(0, 25);
      setTornado(await attempt(() => get<Tornado>(`${base}/tornado/${encodeURIComponent(id)}?parameters=${encodeURIComponent(parameters.join(','))}`)));
    }
    setBusy('');
  };
  return (
    <section><h2>{t('sensitivity.heading')}</h2>
      <p class="actions">{ids.slice(0, 4).map(id => <button type="button" key={id} disabled={busy !== ''} onClick={() => void ask('dose', id)}>{t('sensitivity.dose', { id: called(props.run, id) })}</button>)}</p>
      <p class="actions">{ids.slice(0, 4).map(id => <button type="button" key={id} disabled={busy !== ''} onClick={() => void ask('tornado', id)}>{t('sensitivity.tornado', { id: called(props.run, id) })}</button>)} {busy && <span role="status">{t(busy === 'dose' ? 'sensitivity.dose_wait' : 'sensitivity.tornado_wait')}</span>}</p>
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
