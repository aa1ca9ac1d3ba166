import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { current, library, mode, route, run, trialRun } from '../store';
import { t } from '../text';

/** A table behind a picture: what is drawn, as numbers. */
export interface Table { head: string[]; rows: (string | number)[][] }

const cell = (value: string | number): string => typeof value === 'number' ? (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '') : value;
const quoted = (value: string): string => /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** A picture with its headline, its table, and ways to take it away. */
export function Figure(props: { title: string; about?: string; name: string; table: Table; result?: boolean; children: ComponentChildren }) {
  const figure = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  const [cited, setCited] = useState(false);
  const mark = props.result && mode.value ? t(mode.value.confirmatory ? 'mode.mark_confirmatory' : 'mode.mark_exploratory') : '';
  const file = `${props.name}${props.result && mode.value && !mode.value.confirmatory ? '-exploratory' : ''}`;
  const saveSvg = () => {
    const svg = figure.current?.querySelector('svg');
    if (svg) save(`${file}.svg`, 'image/svg+xml', standalone(svg, props.title, mark));
  };
  const csv = () => [props.table.head, ...props.table.rows].map(row => row.map(v => quoted(cell(v))).join(',')).join('\n') + '\n';
  return (
    <figure class="figure">
      <figcaption><h3>{props.title}</h3>{props.about && <p class="soft">{props.about}</p>}</figcaption>
      <div class="picture" ref={figure} tabIndex={0} role="region" aria-label={props.title}>{props.children}</div>
      {mark && <p class={`mark ${mode.value?.confirmatory ? 'confirmatory' : ''}`}>{mark}</p>}
      <p class="tools">
        <button type="button" class="quiet" aria-expanded={shown} aria-label={t(shown ? 'figure.hide_of' : 'figure.table_of', { title: props.title })} onClick={() => setShown(!shown)}>{shown ? t('figure.hide') : t('figure.table')}</button>
        <button type="button" class="quiet" aria-label={t('figure.svg_of', { title: props.title })} onClick={saveSvg}>SVG</button>
        <button type="button" class="quiet" aria-label={t('figure.csv_of', { title: props.title })} onClick={() => save(`${file}.csv`, 'text/csv', csv())}>CSV</button>
        <button type="button" class="quiet" aria-expanded={cited} aria-label={t('figure.cite_of', { title: props.title })} onClick={() => setCited(!cited)}>{t('figure.cite')}</button>
      </p>
      {cited && <p class="cite">{citation(props.title, props.result ?? false)}</p>}
      {shown && <div class="wide" tabIndex={0} role="region" aria-label={props.title}><table>
        <thead><tr>{props.table.head.map(h => <th scope="col" key={h}>{h}</th>)}</tr></thead>
        <tbody>{props.table.rows.map((row, i) => <tr key={i}>{row.map((v, j) => <td key={j} class={typeof v === 'number' ? 'num' : ''}>{cell(v)}</td>)}</tr>)}</tbody>
      </table></div>}
    </figure>
  );
}

/** How a picture is cited: which program, which run or study, and the hash by which anybody finds that theirs is the same. */
function citation(title: string, result: boolean): string {
  const version = library.value?.version ?? '';
  const trial = route.value.screen === 'trial' ? trialRun.value : undefined;
  const done = run.value;
  if (result && trial) return t('figure.citation_run', { title, version, run: trial.name, seed: trial.manifest.seed, hash: trial.manifest.summary_sha256 });
  if (result && done) return t('figure.citation_run', { title, version, run: `${done.name}, ${done.created.slice(0, 10)}`, seed: done.seed, hash: done.summary });
  return t('figure.citation', { title, version, study: current.value ? t('figure.citation_study', { name: current.value.name, number: current.value.version }) : '' });
}

/** The picture with the look that it has on the page, so that it can be opened elsewhere. */
function standalone(svg: SVGSVGElement, title: string, mark: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, i) => {
    const look = getComputedStyle(originals[i]!);
    for (const key of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'font-size', 'font-weight', 'text-anchor']) {
      const value = look.getPropertyValue(key);
      if (value) element.setAttribute(key, value);
    }
    element.removeAttribute('class');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('font-family', 'system-ui, sans-serif');
  const head = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  head.textContent = title;
  copy.prepend(head);
  if (mark) {
    const stamp = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    const box = svg.viewBox.baseVal;
    for (const [key, value] of Object.entries({ x: String(box.width - 8), y: '12', 'text-anchor': 'end', 'font-size': '11', fill: '#8a4b00' })) stamp.setAttribute(key, value);
    stamp.textContent = mark;
    copy.append(stamp);
  }
  return new XMLSerializer().serializeToString(copy);
}

export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
