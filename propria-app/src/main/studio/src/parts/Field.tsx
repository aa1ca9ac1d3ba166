import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { current, rejected } from '../store';

/** Fields of the study file are closed while its plan is frozen; `free` ones belong to no file. */
const closed = (free?: boolean): boolean => !free && (current.value?.protocol.frozen ?? false);

/** A text that is taken when the person leaves it or presses Enter. */
export function TextField(props: { label: string; value: string; onChange: (value: string) => void; hint?: string; list?: string[]; free?: boolean }) {
  const [text, setText] = useState(props.value);
  const id = useId();
  useEffect(() => setText(props.value), [props.value, rejected.value]);
  const done = () => { if (text !== props.value) props.onChange(text); };
  return (
    <label class="field"><span>{props.label}</span>
      <input type="text" disabled={closed(props.free)} value={text} list={props.list ? id : undefined} onInput={e => setText(e.currentTarget.value)} onBlur={done} onKeyDown={e => { if (e.key === 'Enter') done(); }} />
      {props.list && <datalist id={id}>{props.list.map(v => <option key={v} value={v} />)}</datalist>}
      {props.hint && <small>{props.hint}</small>}
    </label>
  );
}

export interface Option { value: string; label: string }

export function Select(props: { label: string; value: string; options: Option[]; onChange: (value: string) => void; hint?: ComponentChildren; free?: boolean }) {
  return (
    <label class="field"><span>{props.label}</span>
      <select disabled={closed(props.free)} value={props.value} onChange={e => props.onChange(e.currentTarget.value)}>
        {!props.options.some(o => o.value === props.value) && <option value={props.value}>{props.value}</option>}
        {props.options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
      {props.hint && <small>{props.hint}</small>}
    </label>
  );
}

/** A slider whose value is a number with a unit; it speaks at each move, so that a curve can follow. */
export function SliderField(props: { label: string; value: number; unit: string; low: number; high: number; step: number; onChange: (value: number) => void; free?: boolean }) {
  const [value, setValue] = useState(props.value);
  useEffect(() => setValue(props.value), [props.value, rejected.value]);
  return (
    <label class="field slider"><span>{props.label}</span>
      <input type="range" disabled={closed(props.free)} min={props.low} max={props.high} step={props.step} value={value}
        onInput={e => { const now = Number(e.currentTarget.value); setValue(now); props.onChange(now); }} aria-valuetext={`${value} ${props.unit}`} />
      <output>{value} {props.unit}</output>
    </label>
  );
}
