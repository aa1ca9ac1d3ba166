import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { current, inMovement, rejected } from '../store';

/** Fields of the study file are closed while its plan is frozen; `free` ones belong to no file. */
const closed = (free?: boolean): boolean => !free && (current.value?.protocol.frozen ?? false);

/** A text that is taken when the person leaves it or presses Enter. */
export function TextField(props: { label: string; value: string; onChange: (value: string) => void; hint?: string; long?: boolean; free?: boolean }) {
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value, rejected.value]);
  const done = () => { if (text !== props.value) props.onChange(text); };
  return (
    <label class="field"><span>{props.label}</span>
      {props.long
        ? <textarea rows={2} disabled={closed(props.free)} value={text} onInput={e => setText(e.currentTarget.value)} onBlur={done} onKeyDown={e => { if (e.key === 'Enter') { e.preventDefault(); done(); } }} />
        : <input type="text" disabled={closed(props.free)} value={text} onInput={e => setText(e.currentTarget.value)} onBlur={done} onKeyDown={e => { if (e.key === 'Enter') done(); }} />}
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

/** Moves of a slider with less than this between them [ms] are one movement. */
const PAUSE = 1200;
let movements = 0;

/** A slider whose value is a number with a unit; it speaks at each move, so that a curve can follow. What it says while its last change is being saved waits, and only the latest of it is said. */
export function SliderField(props: { label: string; value: number; unit: string; low: number; high: number; step: number; onChange: (value: number) => void | Promise<unknown>; free?: boolean }) {
  const [value, setValue] = useState(props.value);
  const hand = useRef<{ busy: boolean; next: number | undefined; movement: number; last: number }>({ busy: false, next: undefined, movement: 0, last: -Infinity });
  const latest = useRef(props.onChange);
  latest.current = props.onChange;
  useEffect(() => { if (hand.current.next === undefined) setValue(props.value); }, [props.value, rejected.value]);
  const say = async (now: number): Promise<void> => {
    hand.current.busy = true;
    hand.current.next = undefined;
    const time = performance.now();
    if (time - hand.current.last > PAUSE) hand.current.movement = ++movements;
    hand.current.last = time;
    await inMovement(hand.current.movement, () => latest.current(now));
    hand.current.last = performance.now();
    const next = hand.current.next;
    if (next === undefined) hand.current.busy = false;
    else await say(next);
  };
  return (
    <label class="field slider"><span>{props.label}</span>
      <input type="range" disabled={closed(props.free)} min={props.low} max={props.high} step={props.step} value={value}
        onInput={e => { const now = Number(e.currentTarget.value); setValue(now); if (hand.current.busy) hand.current.next = now; else void say(now); }} aria-valuetext={`${value} ${props.unit}`} />
      <output>{value} {props.unit}</output>
    </label>
  );
}
