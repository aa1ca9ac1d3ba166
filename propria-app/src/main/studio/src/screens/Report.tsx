import { run, trialRun } from '../store';
import { t } from '../text';

const FILES = ['report.html', 'manifest.json', 'summary.csv', 'endpoints.csv', 'measurements.csv', 'parameters.csv', 'sources.csv', 'subjects.parquet', 'dictionary.csv'];

/** The report of the finished run, as it is handed on. */
export function Report() {
  const trial = trialRun.value;
  const r = run.value ?? trial;
  if (!r) return <><h1>{t('report.none')}</h1><p>{t('report.press')}</p></>;
  const base = `/api/runs/${encodeURIComponent(r.name)}`;
  return (
    <>
      <h1>{t('report.title', { name: r.name })}</h1>
      <p class="actions">{(trial && r === trial ? trial.files : FILES).map(f => <a class="button" key={f} href={`${base}/files/${f}`} download={f}>{f}</a>)}</p>
      <iframe class="report" title={t('report.frame')} src={`${base}/report`} sandbox="allow-scripts allow-downloads" />
    </>
  );
}
