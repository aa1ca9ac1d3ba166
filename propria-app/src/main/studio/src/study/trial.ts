import { data, replace, scalar } from './edit';
import { days } from './model';

/** `trial:` of a study file as the pages look at it, as typed. */
export interface Visit { name: string; at: string }
export interface TrialEndpoint { id: string; kind: 'rule' | 'change' | 'time'; word: string; key: 'rule' | 'change' | 'time_to' | 'time_to_loss_of'; at: string; reader: string }
export interface Estimand { id: string; endpoint: string; analysis: string; rescue: string; dropout: string }
export interface Trial {
  population: string; allocation: Record<string, number>; patients: number; sizes: number[]; trials: number; bank: { draws: number; people: number; typical: number };
  screening: { score: string; low: string; high: string }[]; strata: string[]; block: string; visits: Visit[]; perWeek: string; rescue: string;
  endpoints: TrialEndpoint[]; estimands: Estimand[]; multiplicity: string; alpha: string;
}

type Raw = Record<string, unknown>;
const word = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const list = (value: unknown): Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);
const map = (value: unknown): Raw => (value && typeof value === 'object' ? (value as Raw) : {});

export function isTrial(text: string): boolean {
  return /^trial:/m.test(text);
}

export function trial(text: string): Trial | undefined {
  let raw: Raw | undefined;
  try {
    raw = data<Raw>(text, ['trial']);
  } catch {
    return undefined;
  }
  if (!raw) return undefined;
  const bank = map(raw['bank']);
  const randomisation = map(raw['randomisation']);
  const rescue = map(raw['rescue']);
  return {
    population: word(raw['population']), allocation: map(raw['allocation']) as Record<string, number>, patients: Number(raw['patients']),
    sizes: (Array.isArray(raw['sizes']) ? raw['sizes'] : []).map(Number), trials: Number(raw['trials'] ?? 1000),
    bank: { draws: Number(bank['draws'] ?? 20), people: Number(bank['patients_per_draw'] ?? 50), typical: Number(bank['typical_patients'] ?? 200) },
    screening: list(raw['screening']).map(c => ({ score: word(c['score']), low: word(c['low']), high: word(c['high']) })),
    strata: (Array.isArray(randomisation['strata']) ? randomisation['strata'] : []).map(word), block: word(randomisation['block']),
    visits: list(raw['visits']).map(v => ({ name: word(v['name']), at: word(v['at']) })), perWeek: word(map(raw['dropout'])['per_week']),
    rescue: rescue['score'] ? `${word(rescue['score'])}, from ${word(rescue['from'])}` : '',
    endpoints: list(raw['endpoints']).map(endpoint), estimands: list(raw['estimands']).map(e => ({ id: word(e['id']), endpoint: word(e['endpoint']), analysis: word(e['analysis']), rescue: word(map(e['intercurrent'])['rescue']), dropout: word(map(e['intercurrent'])['dropout']) })),
    multiplicity: word(map(raw['multiplicity'])['procedure']), alpha: word(raw['alpha']) || '0.05',
  };
}

function endpoint(e: Raw): TrialEndpoint {
  const key = (['rule', 'change', 'time_to', 'time_to_loss_of'] as const).find(k => e[k] !== undefined) ?? 'rule';
  const at = e['at'];
  return { id: word(e['id']), key, kind: key === 'rule' ? 'rule' : key === 'change' ? 'change' : 'time', word: word(e[key]), at: Array.isArray(at) ? at.map(word).join(', ') : word(at), reader: word(e['reader']) };
}

/** Changes how many are randomised; sizes above it go, as they are read from the first patients of each trial. */
export function setPatients(text: string, patients: number): string {
  const now = trial(text);
  const changed = replace(text, ['trial', 'patients'], String(patients));
  const sizes = now?.sizes.filter(s => s < patients) ?? [];
  return now && sizes.length < now.sizes.length ? replace(changed, ['trial', 'sizes'], `[${sizes.join(', ')}]`) : changed;
}

export const setEndpoint = (text: string, index: number, key: string, value: string): string => replace(text, ['trial', 'endpoints', index, key], scalar(value));
export const setEstimand = (text: string, index: number, key: string, value: string): string => replace(text, ['trial', 'estimands', index, key], value);

/** The amount of the first dose of an arm. */
export const setDose = (text: string, arm: number, amount: string): string => replace(text, ['arms', arm, 'regimen', 0, 'amount'], scalar(amount));

/** An estimand in a sentence that can be pasted into a protocol. */
export function week(at: string): string {
  const day = days(at.split(',').at(-1)?.trim() ?? '');
  return Number.isFinite(day) ? (day % 7 === 0 ? `week ${day / 7}` : `day ${day}`) : '';
}

/** What the author wrote above a key of the trial: where its value comes from, or that it is assumed. */
export function remark(text: string, key: string): string {
  const lines = text.split('\n');
  const begin = lines.findIndex(l => /^trial:/.test(l));
  const at = lines.findIndex((l, i) => i > begin && l.startsWith(`  ${key}:`));
  const found: string[] = [];
  for (let i = at - 1; i > begin && /^\s+#/.test(lines[i]!); i--) found.unshift(lines[i]!.replace(/^\s+#\s?/, ''));
  return at < 0 || begin < 0 ? '' : found.join(' ');
}
