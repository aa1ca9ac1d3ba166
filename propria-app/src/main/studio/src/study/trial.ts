import { append, data, insertBefore, node, removeAt, removeKey, replace, scalar } from './edit';
import { days, short } from './model';

/** `trial:` of a study file as the pages look at it, as typed. */
export interface Visit { name: string; at: string; window: string }
export interface TrialEndpoint { id: string; kind: 'rule' | 'change' | 'time'; word: string; key: 'rule' | 'change' | 'time_to' | 'time_to_loss_of'; at: string; reader: string }
export interface Estimand { id: string; endpoint: string; analysis: string; rescue: string; dropout: string; missing: string }
export interface Trial {
  population: string; allocation: Record<string, number>; patients: number; sizes: number[]; trials: number; bank: { draws: number; people: number; typical: number; cohort: string };
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
    bank: { draws: Number(bank['draws'] ?? 20), people: Number(bank['patients_per_draw'] ?? 50), typical: Number(bank['typical_patients'] ?? 200), cohort: word(bank['cohort']) },
    screening: list(raw['screening']).map(c => ({ score: word(c['score']), low: word(c['low']), high: word(c['high']) })),
    strata: (Array.isArray(randomisation['strata']) ? randomisation['strata'] : []).map(word), block: word(randomisation['block']),
    visits: list(raw['visits']).map(v => ({ name: word(v['name']), at: word(v['at']), window: word(v['window']) })), perWeek: word(map(raw['dropout'])['per_week']),
    rescue: rescue['score'] ? `${word(rescue['score'])}, from ${word(rescue['from'])}` : '',
    endpoints: list(raw['endpoints']).map(endpoint), estimands: list(raw['estimands']).map(e => ({ id: word(e['id']), endpoint: word(e['endpoint']), analysis: word(e['analysis']), rescue: word(map(e['intercurrent'])['rescue']), dropout: word(map(e['intercurrent'])['dropout']), missing: word(map(e['missing'])['method']) })),
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

/** Has the people of a trial chosen by a method; with none, people are as the population has them. */
export function setCohort(text: string, method: string): string {
  const t = trial(text);
  if (!t) return text;
  if (!method) return removeKey(text, ['trial', 'bank', 'cohort']);
  if (node(text, ['trial', 'bank'])) return replace(text, ['trial', 'bank', 'cohort'], method);
  return replace(text, ['trial', 'bank'], `{draws: ${t.bank.draws}, patients_per_draw: ${t.bank.people}, typical_patients: ${t.bank.typical}, cohort: ${method}}`);
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

/** Which estimands are read at a visit: it cannot go while there is one. */
export const readAt = (t: Trial, visit: Visit): string[] => t.estimands.filter(e => t.endpoints.find(p => p.id === e.endpoint)?.at.split(',').some(at => days(at.trim()) === days(visit.at))).map(e => e.id);

/** Adds a visit in a week, at its place in time; the study is made as long as the visit needs. */
export function addVisit(text: string, atWeek: number): string {
  const t = trial(text);
  const day = atWeek * 7;
  if (!t || !(day > 0) || t.visits.some(v => days(v.at) === day)) return text;
  const window = t.visits.at(-1)?.window ?? '';
  const later = t.visits.findIndex(v => days(v.at) > day);
  const entry = `{name: week ${short(atWeek)}, at: ${short(day)} d${window ? `, window: ${window}` : ''}}`;
  return longEnough(insertBefore(text, ['trial', 'visits'], later < 0 ? t.visits.length : later, entry), day + (window ? days(window) : 0));
}

/** Moves a visit to another week, and what is read at it with it. */
export function moveVisit(text: string, index: number, toWeek: number): string {
  const t = trial(text);
  const visit = t?.visits[index];
  const day = toWeek * 7;
  if (!t || !visit || !(day > 0) || t.visits.some(v => days(v.at) === day)) return text;
  let moved = removeAt(text, ['trial', 'visits'], index);
  const later = t.visits.filter((_, i) => i !== index).findIndex(v => days(v.at) > day);
  const name = /^(week|day) [\d.]+$/.test(visit.name) ? `week ${short(toWeek)}` : visit.name;
  moved = insertBefore(moved, ['trial', 'visits'], later < 0 ? t.visits.length - 1 : later, `{name: ${scalar(name)}, at: ${short(day)} d${visit.window ? `, window: ${visit.window}` : ''}}`);
  t.endpoints.forEach((p, i) => {
    const all = p.at.split(',').map(at => at.trim());
    if (!all.some(at => days(at) === days(visit.at))) return;
    const next = all.map(at => days(at) === days(visit.at) ? `${short(day)} d` : at);
    moved = replace(moved, ['trial', 'endpoints', i, 'at'], next.length > 1 ? `[${next.sort((a, b) => days(a) - days(b)).join(', ')}]` : next[0]!);
  });
  return longEnough(moved, day + (visit.window ? days(visit.window) : 0));
}

export const removeVisit = (text: string, index: number): string => removeAt(text, ['trial', 'visits'], index);

/** The last phase of the study ends no earlier than a day. */
function longEnough(text: string, day: number): string {
  const phases = data<Raw[]>(text, ['phases']) ?? [];
  const last = phases.length - 1;
  return last >= 0 && days(word(phases[last]!['to'])) < day ? replace(text, ['phases', last, 'to'], `${short(day)} d`) : text;
}

const ANALYSIS = { rule: 'cmh', change: 'mmrm', time: 'log_rank' } as const;
const EVENTS = { rule: ['composite', 'composite'], change: ['hypothetical', 'hypothetical'], time: ['composite', 'treatment_policy'] } as const;

/** Adds an endpoint and an estimand that reads it: last in the order, so that it takes no alpha from those before it. */
export function addEndpoint(text: string, kind: TrialEndpoint['kind'], what: string, at: string): string {
  const t = trial(text);
  if (!t) return text;
  const stem = what.toLowerCase().replace(/^(mayo|partial)_(?=remission|response)/, '').replace(/[^a-z0-9]+/g, '_');
  const when = kind === 'time' ? '' : `_${week(at).replace('week ', 'w').replace('day ', 'd')}`;
  const id = free(`${stem}${when}`, t.endpoints.map(p => p.id));
  const estimand = free(id, t.estimands.map(e => e.id));
  const [rescue, dropout] = EVENTS[kind];
  const key = kind === 'rule' ? 'rule' : kind === 'change' ? 'change' : 'time_to';
  const reader = kind === 'change' ? '' : t.endpoints.find(p => p.reader)?.reader ?? '';
  const added = append(text, ['trial', 'endpoints'], `{id: ${id}, ${key}: ${what}${kind === 'time' ? '' : `, at: ${at}`}${reader ? `, reader: ${reader}` : ''}}`);
  return append(added, ['trial', 'estimands'], `{id: ${estimand}, endpoint: ${id}, analysis: ${ANALYSIS[kind]}, intercurrent: {rescue: ${rescue}, dropout: ${dropout}}}`);
}

/** Takes an estimand out, and its endpoint where no other estimand reads it. */
export function removeEstimand(text: string, index: number): string {
  const t = trial(text);
  const gone = t?.estimands[index];
  if (!t || !gone) return text;
  const without = removeAt(text, ['trial', 'estimands'], index);
  const endpoint = t.endpoints.findIndex(p => p.id === gone.endpoint);
  return endpoint < 0 || t.estimands.some((e, i) => i !== index && e.endpoint === gone.endpoint) ? without : removeAt(without, ['trial', 'endpoints'], endpoint);
}

/** Makes an estimand the primary one: the first of the list. */
export function makePrimary(text: string, index: number): string {
  const entry = node(text, ['trial', 'estimands', index]);
  if (index === 0 || !entry?.range) return text;
  const words = text.slice(entry.range[0], entry.range[1]).replace(/\s+$/, '');
  return insertBefore(removeAt(text, ['trial', 'estimands'], index), ['trial', 'estimands'], 0, words);
}

function free(stem: string, taken: string[]): string {
  let id = stem;
  for (let i = 2; taken.includes(id); i++) id = `${stem}_${i}`;
  return id;
}
