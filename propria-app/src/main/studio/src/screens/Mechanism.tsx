import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { Crypt } from '../plots/Crypt';
import { NetworkPlot } from '../plots/NetworkPlot';
import { attempt, chosen, current, day, library } from '../store';
import { t } from '../text';
import type { Glyph, NetworkAnswer, Preview } from '../types';

/** Crypt and network, driven by the typical subject of each arm and by the day on the scrubber. */
export function Mechanism() {
  const [network, setNetwork] = useState<NetworkAnswer | undefined>(undefined);
  const [crypt, setCrypt] = useState<{ preview: Preview; glyphs: Glyph[] } | undefined>(undefined);
  const [arm, setArm] = useState(0);
  const study = current.value;
  useEffect(() => {
    if (!study || study.problems.some(p => p.severity === 'error')) return;
    void attempt(async () => {
      const name = encodeURIComponent(study.name);
      setCrypt(await get(`studies/${name}/crypt`));
      setNetwork(await get<NetworkAnswer>(`studies/${name}/network`));
    });
  }, [study?.version, study?.name]);
  if (!crypt) return <p role="status">{t('mechanism.wait')}</p>;
  const times = crypt.preview.times;
  const at = nearest(times, day.value);
  const offset = crypt.preview.observables.length;
  return (
    <>
      <h1>{t('mechanism.title')}</h1>
      <p class="lead">{t('mechanism.lead')} {t('crypt.about')}</p>
      <div class="crypts">{crypt.preview.arms.map(a => <Crypt key={a.id} arm={a} glyphs={crypt.glyphs} offset={offset} at={at} day={times[at] ?? 0} />)}</div>
      {network && <>
        <p class="actions" role="group" aria-label={t('mechanism.arm')}>{network.courses.arms.map((a, i) => <button type="button" key={a.id} aria-pressed={i === arm} onClick={() => setArm(i)}>{a.name}</button>)}</p>
        <NetworkPlot network={network.network} courses={network.courses} arm={Math.min(arm, network.courses.arms.length - 1)} at={nearest(network.courses.times, day.value)} onOpen={id => { chosen.value = id; }} />
      </>}
      <p class="soft">{t('mechanism.file', { models: library.value ? 'library/views, library/models' : '' })}</p>
    </>
  );
}

function nearest(times: number[], to: number): number {
  let best = 0;
  times.forEach((time, i) => { if (Math.abs(time - to) < Math.abs((times[best] ?? 0) - to)) best = i; });
  return best;
}
