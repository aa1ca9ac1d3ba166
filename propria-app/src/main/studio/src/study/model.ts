import { data } from './edit';

/** A study file as the pages look at it: what is there, as typed. Whether it makes sense is the server's to say. */
export interface Regimen { product: string; amount: string; route: string; at: string[]; over?: string }
export interface Arm { id: string; name: string; role: string; regimen: Regimen[] }
export interface Phase { name: string; from: string; to: string; insult: Record<string, string> }
export interface Endpoint { id: string; observable: string; at: string; compare: string[] }
export interface Study {
  title: string; question: string; mirrors: string; population: string; species: string; perArm: string;
  phases: Phase[]; arms: Arm[]; observe: string[]; endpoints: Endpoint[]; draws: string; seed: string; notes: string;
}

const word = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
type Raw = Record<string, unknown>;

export function study(text: string): Study {
  const raw = (safely(() => data<Raw>(text, [])) ?? {}) as Raw;
  const subjects = (raw['subjects'] ?? {}) as Raw;
  const uncertainty = (raw['uncertainty'] ?? {}) as Raw;
  return {
    title: word(raw['title']), question: word(raw['question']), mirrors: word(raw['mirrors']),
    population: word(subjects['population']), species: word(subjects['species']), perArm: word(subjects['per_arm']),
    phases: list<Raw>(raw['phases']).map(p => ({ name: word(p['name']), from: word(p['from']), to: word(p['to']), insult: words(p['insult']) })),
    arms: list<Raw>(raw['arms']).map(a => ({ id: word(a['id']), name: word(a['name']) || word(a['id']), role: word(a['role']), regimen: list<Raw>(a['regimen']).map(regimen) })),
    observe: list<unknown>(raw['observe']).map(word),
    endpoints: list<Raw>(raw['endpoints']).map(e => ({ id: word(e['id']), observable: word(e['observable']), at: word(e['at']), compare: list<unknown>(e['compare']).map(word) })),
    draws: word(uncertainty['draws']), seed: word(raw['seed']), notes: word(raw['notes']),
  };
}

function regimen(r: Raw): Regimen {
  const at = Array.isArray(r['at']) ? list<unknown>(r['at']).map(word) : [word(r['at'])];
  return { product: word(r['product']), amount: word(r['amount']), route: word(r['route']), at, ...(r['over'] === undefined ? {} : { over: word(r['over']) }) };
}

function words(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries((value ?? {}) as Raw).map(([k, v]) => [k, word(v)]));
}

function safely<T>(from: () => T): T | undefined {
  try {
    return from();
  } catch {
    return undefined;
  }
}

/** The number at the beginning of a quantity. */
export const amount = (quantity: string): number => Number.parseFloat(quantity);

/** Days of a time as typed; weeks and hours are turned into days. */
export function days(quantity: string): number {
  const unit = quantity.replace(/^[-+\d.eE\s]+/, '');
  return amount(quantity) * (unit === 'h' ? 1 / 24 : unit === 'wk' || unit === 'w' ? 7 : 1);
}

/** A number as short as it can be told apart: four digits, with a power of ten where it is very large or small. */
export function short(value: number): string {
  const rounded = Number(value.toPrecision(4));
  const size = Math.abs(rounded);
  return size !== 0 && (size >= 1e5 || size < 1e-3) ? rounded.toExponential().replace('e+', 'e') : String(rounded);
}

/** What an endpoint is called; its id, readable, where the run does not say. */
export const called = (run: { names: { id: string; name: string }[] } | undefined, id: string): string => run?.names.find(n => n.id === id)?.name ?? id.replaceAll('_', ' ');

/** A number to three digits, for text in pictures. */
export const three = (value: number): string => Number.isFinite(value) ? shown(Number(value.toPrecision(3))) : '–';

/** A number as it is read, with a true minus sign; `short` is what is typed. */
export const shown = (value: number): string => short(value).replace(/^-/, '−').replace('e-', 'e−');

/** A value to the place at which half its interval has its second digit, as in the report. */
export function within(value: number, half: number): string {
  if (!(half > 0) || !Number.isFinite(value) || Math.abs(value) >= 1e5 || half < 1e-4) return three(value);
  const text = value.toFixed(Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(half)))));
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** A value and its interval, none with more digits than the interval bears out: `−0.24 (−0.45 to −0.08)`. */
export function interval(value: number, low: number, high: number): string {
  const half = Math.abs(high - low) / 2;
  return `${within(value, half)} (${within(low, half)} to ${within(high, half)})`;
}
