import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { Frame } from './parts/Frame';
import { Arms } from './screens/Arms';
import { Compare } from './screens/Compare';
import { Evidence, WhyNumber } from './screens/Evidence';
import { Learn } from './screens/Learn';
import { Mechanism } from './screens/Mechanism';
import { Patients } from './screens/Patients';
import { Plan } from './screens/Plan';
import { Report } from './screens/Report';
import { Results } from './screens/Results';
import { Start } from './screens/Start';
import { Trial } from './screens/Trial';
import { current, follow, message, open, refresh, resumeWatching, route } from './store';
import { t } from './text';

const IN_STUDY: Record<string, () => preact.JSX.Element | null> = { plan: Plan, arms: Arms, patients: Patients, trial: Trial, results: Results, mechanism: Mechanism, evidence: Evidence, compare: Compare, report: Report };

function Studio() {
  const { screen, name } = route.value;
  useEffect(() => { if (IN_STUDY[screen] && name) void open(name); }, [screen, name]);
  useEffect(() => { document.title = `${t(`screen.${screen in IN_STUDY || screen === 'learn' ? screen : 'start'}` as 'screen.start')} – Propria`; }, [screen]);
  const Screen = IN_STUDY[screen];
  return <Frame aside={<WhyNumber />}>{screen === 'learn' ? <Learn /> : Screen ? (current.value?.name === name ? <Screen /> : message.value.length > 0 ? <p><a class="button" href="#/start">{t('screen.start')}</a></p> : <p role="status">{t('main.wait')}</p>) : <Start />}</Frame>;
}

async function begin(): Promise<void> {
  follow();
  // Runs that go on are looked for before those that are finished, so that one which ends in between is found.
  const ready = resumeWatching().catch(() => undefined).then(refresh);
  const root = document.getElementById('studio')!;
  root.replaceChildren();
  render(<Studio />, root);
  await ready;
  const { screen, name } = route.value;
  if (IN_STUDY[screen] && name) await open(name);
}

void begin();
