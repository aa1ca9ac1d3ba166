import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../text';

/** A table behind a picture: what is drawn, as numbers. */
export interface Table { head: string[]; rows: (string | number)[][] }

const cell = (value: string | number): string => typeof value === 'number' ? (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '') : value;
const quoted = (value: string): string => /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** A picture with its headline, its table, and ways to take it away. */
export function Figure(props: { title: string; about?: string; name: string; cite?: string; table: Table; children: ComponentChildren }) {
  const figure = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  const [cited, setCited] = useState(false);
  const saveSvg = () => {
    const svg = figure.current?.querySelector('svg');
    if (svg) save(`${props.name}.svg`, 'image/svg+xml', standalone(svg, props.title));
  };
  const csv = () => [props.table.head, ...props.table.rows].map(row => row.map(v => quoted(cell(v))).join(',')).join('\n') + '\n';
  return (
    <figure class="figure">
      <figcaption><h3>{props.title}</h3>{props.about && <p class="soft">{props.about}</p>}</figcaption>
      <div class="picture" ref={figure} tabIndex={0} role="region" aria-label={props.title}>{props.children}</div>
      <p class="tools">
        <button type="button" class="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>{shown ? t('figure.hide') : t('figure.table')}</button>
        <button type="button" class="quiet" onClick={saveSvg}>SVG</button>
        <button type="button" class="quiet" onClick={() => save(`${props.name}.csv`, 'text/csv', csv())}>CSV</button>
        <button type="button" class="quiet" aria-expanded={cited} onClick={() => setCited(!cited)}>{t('figure.cite')}</button>
      </p>
      {cited && <p class="cite">{props.cite ?? t('figure.citation', { title: props.title })}</p>}
      {shown && <div class="wide" tabIndex={0} role="region" aria-label={props.title}><table>
        <thead><tr>{props.table.head.map(h => <th scope="col" key={h}>{h}</th>)}</tr></thead>
        <tbody>{props.table.rows.map((row, i) => <tr key={i}>{row.map((v, j) => <td key={j} class={typeof v === 'number' ? 'num' : ''}>{cell(v)}</td>)}</tr>)}</tbody>
      </table></div>}
    </figure>
  );
}

/** The picture with the look that it has on the page, so that it can be opened elsewhere. */
function standalone(svg: SVGSVGElement, title: string): string {
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
  return new XMLSerializer().serializeToString(copy);
}

export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
