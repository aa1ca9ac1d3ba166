import { computed, effect, signal } from '@preact/signals';
import { get, post, put, Refused, remove } from './api';
import { difference, type Difference } from './study/edit';
import { days, study as view } from './study/model';
import type { Job, LibraryAnswer, Mode, Preview, Problem, Protocol, Run, RunHeadline, StudyAnswer, SubjectCourse, TrialRun } from './types';

/** What the pages show. The files in the workspace are the truth: everything here can be fetched again. */
export const library = signal<LibraryAnswer | undefined>(undefined);
export const studies = signal<string[]>([]);
export const runs = signal<RunHeadline[]>([]);
export const current = signal<StudyAnswer | undefined>(undefined);
export const preview = signal<Preview | undefined>(undefined);
export const previewProblems = signal<Problem[]>([]);
export const job = signal<Job | undefined>(undefined);
export const run = signal<Run | undefined>(undefined);
export const lastEdit = signal<{ note: string; difference: Difference } | undefined>(undefined);
export const message = signal<Problem[]>([]);
export const saving = signal<'saved' | 'saving' | 'unsaved'>('saved');
export const route = signal(readRoute());
export const day = signal(0);
export const chosen = signal<string>('');
/** Counts changes that were refused, so that fields go back to what the file says. */
export const rejected = signal(0);
export const trialRun = signal<TrialRun | undefined>(undefined);
/** What is looked at in one picture is marked in the others: a day, a virtual subject. */
export const brushDay = signal<number | undefined>(undefined);
export const brushSubject = signal<{ draw: number; number: number } | undefined>(undefined);
export const subjectCourse = signal<SubjectCourse | undefined>(undefined);
/** Sources that are taken out for a while. Nothing in a file changes. */
export const sourcesOff = signal<string[]>([]);

/** How the run on the page was made: pictures of free play are marked as such. */
export const mode = computed<Mode | undefined>(() => (route.value.screen === 'trial' ? trialRun.value?.mode : run.value?.mode) ?? undefined);

export const study = computed(() => view(current.value?.text ?? ''));

export interface Route { screen: string; name: string; detail: string }

function readRoute(): Route {
  const [screen = '', name = '', detail = ''] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  return { screen: screen === '' ? 'start' : screen, name, detail };
}

export function go(screen: string, name = route.value.name, detail = ''): void {
  location.hash = `#/${[screen, name, detail].filter(Boolean).map(encodeURIComponent).join('/')}`;
}

/** Says what went wrong, in the words of the server. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    const value = await work();
    message.value = [];
    return value;
  } catch (error) {
    message.value = error instanceof Refused ? error.problems : [{ severity: 'error', code: '', file: '', line: 0, column: 0, what: String(error), why: '', fix: '' }];
    return undefined;
  }
}

let loaded: Promise<unknown> = new Promise(() => undefined);

export function refresh(): Promise<void> {
  const now = fetchAll();
  loaded = now;
  return now;
}

/** When it is known what the workspace holds. */
export const whenLoaded = (): Promise<unknown> => loaded;

async function fetchAll(): Promise<void> {
  await attempt(async () => {
    library.value ??= await get<LibraryAnswer>('library');
    studies.value = (await get<{ studies: string[] }>('studies')).studies;
    runs.value = (await get<{ runs: RunHeadline[] }>('runs')).runs;
  });
}

export async function open(name: string): Promise<void> {
  if (current.value?.name === name) return;
  lastEdit.value = undefined;
  preview.value = undefined;
  run.value = undefined;
  trialRun.value = undefined;
  forgetBrush();
  sourcesOff.value = [];
  const opened = await attempt(() => get<StudyAnswer>(`studies/${encodeURIComponent(name)}`));
  current.value = opened;
  await loaded;
  const latest = runs.value.filter(r => r.name === name || r.name.startsWith(`${name}-`)).sort((a, b) => b.created.localeCompare(a.created))[0];
  if (latest) await openRun(latest.name);
}

export async function openRun(name: string): Promise<void> {
  const opened = await attempt(() => get<Run | TrialRun>(`runs/${encodeURIComponent(name)}`));
  if (opened?.kind === 'trial') trialRun.value = opened;
  if (opened?.kind === 'study') { run.value = opened; forgetBrush(); }
}

function forgetBrush(): void {
  brushDay.value = undefined;
  brushSubject.value = undefined;
  subjectCourse.value = undefined;
}

/** Marks a virtual subject in every picture, and fetches its own course; the same again lets go of it. */
export async function chooseSubject(draw: number, number: number): Promise<void> {
  const same = brushSubject.value?.draw === draw && brushSubject.value.number === number;
  brushSubject.value = same ? undefined : { draw, number };
  subjectCourse.value = undefined;
  const name = run.value?.name;
  if (same || !name) return;
  await new Promise(done => { setTimeout(done, 250); });
  if (brushSubject.value?.draw !== draw || brushSubject.value.number !== number) return;
  const course = await attempt(() => get<SubjectCourse>(`runs/${encodeURIComponent(name)}/subject/${draw}/${number}`));
  if (course && brushSubject.value?.draw === draw && brushSubject.value.number === number) subjectCourse.value = course;
}

/** Freezes the plan of the open study, or sets it free; either is written down beside the study file. */
export async function freeze(frozen: boolean): Promise<void> {
  const name = current.value?.name;
  if (!name) return;
  const path = `studies/${encodeURIComponent(name)}/protocol`;
  const protocol = await attempt(() => frozen ? post<Protocol>(path) : remove<Protocol>(path));
  if (protocol && current.value?.name === name) current.value = { ...current.value, protocol };
}

let queue: Promise<unknown> = Promise.resolve();

/** The movement of a slider in which a change is made, and the one that made the present version: the steps of one movement are undone together. */
let moving = 0;
let moved = { movement: 0, version: 0 };

export function inMovement<T>(movement: number, work: () => T): T {
  moving = movement;
  try {
    return work();
  } finally {
    moving = 0;
  }
}

/** Makes a change of the study file. Changes are saved one after the other, each made on the text before it; the answer comes when it is saved or refused. */
export function edit(note: string, how: (text: string) => string): Promise<unknown> {
  const movement = moving;
  queue = queue.then(async () => {
    const before = current.value;
    if (!before) return;
    const text = how(before.text);
    const changed = difference(before.text, text);
    if (!changed) return;
    saving.value = 'saving';
    const saved = await attempt(() => put<StudyAnswer>(`studies/${encodeURIComponent(before.name)}`, { text, base: before.version, note, continues: movement !== 0 && moved.movement === movement && moved.version === before.version }));
    if (saved) {
      moved = { movement, version: saved.version };
      current.value = saved;
      lastEdit.value = { note, difference: changed };
      saving.value = 'saved';
    } else {
      saving.value = 'unsaved';
      rejected.value++;
      const now = await get<StudyAnswer>(`studies/${encodeURIComponent(before.name)}`).catch(() => undefined);
      if (now) current.value = now;
    }
  });
  return queue;
}

export async function step(direction: 'undo' | 'redo'): Promise<void> {
  const before = current.value;
  if (!before) return;
  const after = await attempt(() => post<StudyAnswer>(`studies/${encodeURIComponent(before.name)}/${direction}`));
  if (!after) return;
  const changed = difference(before.text, after.text);
  if (changed) lastEdit.value = { note: direction, difference: changed };
  current.value = after;
}

export async function create(from: string, name: string, kind: 'new' | 'fork' = 'new'): Promise<boolean> {
  const made = await attempt(() => post<StudyAnswer>('studies', { from, name, kind }));
  if (!made) return false;
  await refresh();
  return true;
}

/** Makes a study under a name that is not taken, once it is known which are. */
export async function createFree(from: string, stem: string, kind: 'new' | 'fork' = 'new'): Promise<string | undefined> {
  await loaded;
  const name = freeName(stem);
  return await create(from, name, kind) ? name : undefined;
}

/** A name that is not taken yet. */
function freeName(stem: string): string {
  const base = stem.toLowerCase().replace(/[^a-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50) || 'study';
  let name = base;
  for (let i = 2; studies.value.includes(name); i++) name = `${base}-${i}`;
  return name;
}

export async function start(draws: number): Promise<void> {
  const name = current.value?.name;
  if (!name) return;
  const asked = await attempt(() => post<Job>(`studies/${encodeURIComponent(name)}/runs`, { draws }));
  if (asked) watch(asked);
}

/** Asks for virtual patients. */
export async function startCohort(population: string, method: string, patients: number, seed: number): Promise<void> {
  const asked = await attempt(() => post<Job>('cohorts', { population, method, patients, draws: 1, seed }));
  if (asked) watch(asked);
}

export async function stop(): Promise<void> {
  const id = job.value?.id;
  if (id) await attempt(() => remove<Job>(`jobs/${id}`));
}

/** Simulations a second over the last quarter of a minute; stages of a job count anew. */
export const pace = signal(0);
let marks: { at: number; done: number; total: number }[] = [];

function notePace(now: Job): void {
  const last = marks.at(-1);
  if (last && (last.total !== now.total || last.done > now.done)) marks = [];
  marks.push({ at: performance.now(), done: now.done, total: now.total });
  while (marks.length > 2 && marks.at(-1)!.at - marks[0]!.at > 15_000) marks.shift();
  const span = marks.at(-1)!.at - marks[0]!.at;
  pace.value = span > 500 ? (1000 * (marks.at(-1)!.done - marks[0]!.done)) / span : 0;
}

let events: EventSource | undefined;

function watch(asked: Job): void {
  job.value = asked;
  marks = [];
  pace.value = 0;
  events?.close();
  events = new EventSource(`/api/jobs/${asked.id}/events`);
  events.addEventListener('job', event => {
    const now = JSON.parse((event as MessageEvent<string>).data) as Job;
    job.value = now;
    notePace(now);
    if (now.stage === 'DONE' || now.stage === 'FAILED' || now.stage === 'STOPPED') {
      events?.close();
      if (now.run && now.kind !== 'cohort') void refresh().then(() => openRun(now.run!));
      if (now.stage === 'FAILED') message.value = now.problems;
    }
  });
}

/** A page that is opened anew finds the run that goes on. */
export async function resumeWatching(): Promise<void> {
  const jobs = (await get<{ jobs: Job[] }>('jobs')).jobs;
  const live = jobs.filter(j => j.stage === 'RUNNING' || j.stage === 'WAITING').at(-1);
  if (live) watch(live);
}

/** The day of a study that is opened is that of its first endpoint, else its last: what it is about, and not its healthy beginning. */
let lookedAt = '';
function lookAt(name: string, times: number[]): void {
  if (lookedAt === name) return;
  lookedAt = name;
  const at = days(study.peek().endpoints[0]?.at ?? '');
  const end = times.at(-1) ?? 0;
  day.value = Number.isFinite(at) ? Math.min(end, Math.max(times[0] ?? 0, at)) : end;
}

/** The typical course follows the study as it is edited. */
let asked = 0;
export function follow(): () => void {
  return effect(() => {
    const now = current.value;
    if (!now || now.problems.some(p => p.severity === 'error')) return;
    const number = ++asked;
    void get<Preview>(`studies/${encodeURIComponent(now.name)}/preview`).then(
      answer => { if (number === asked) { preview.value = answer; previewProblems.value = []; lookAt(now.name, answer.times); } },
      error => { if (number === asked && error instanceof Refused) previewProblems.value = error.problems; });
  });
}

addEventListener('hashchange', () => { route.value = readRoute(); });
