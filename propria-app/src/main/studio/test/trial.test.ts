import { describe, expect, it } from 'vitest';
import { linear, logarithmic } from '../src/plots/scale';
import { difference } from '../src/study/edit';
import { addEndpoint, addVisit, isTrial, makePrimary, moveVisit, readAt, remark, removeEstimand, removeVisit, setCohort, setDose, setEndpoint, setEstimand, setPatients, trial, week } from '../src/study/trial';

const text = `propria: 1
arms:
  - {id: placebo, name: Placebo, role: vehicle}
  - id: cells
    name: Cells
    role: naive_msc
    regimen: [{product: msc_umbilical_cord, amount: 1e6 cells/kg, route: intravenous, at: [0 d, 7 d], over: 1 h}]
trial:
  population: ulcerative-colitis-moderate
  # The first arm is the comparator.
  allocation: {placebo: 1, cells: 1}
  patients: 300
  # Smaller trials are read from the first patients of each.
  sizes: [60, 120, 180, 240]
  trials: 1000
  visits:
    - {name: week 8, at: 56 d, window: 3 d}
    - {name: week 12, at: 84 d, window: 3 d}
  # Assumed: about one patient in ten leaves within twelve weeks, more of those who do not improve.
  dropout: {per_week: 0.006}
  endpoints:
    - {id: remission, rule: Mayo_remission, at: 84 d, reader: central}
    - {id: change, change: partial_Mayo, at: 84 d}
    - {id: relapse, time_to_loss_of: closure}
  estimands:
    - {id: remission_w12, endpoint: remission, analysis: cmh, intercurrent: {rescue: composite, dropout: composite}}
    - {id: change_w12, endpoint: change, analysis: mmrm, intercurrent: {rescue: hypothetical, dropout: hypothetical}}
  alpha: 0.05
`;

describe('a trial in a study file', () => {
  it('is read as it is written', () => {
    const t = trial(text)!;
    expect(isTrial(text)).toBe(true);
    expect(t.patients).toBe(300);
    expect(Object.keys(t.allocation)).toEqual(['placebo', 'cells']);
    expect(t.endpoints.map(e => e.kind)).toEqual(['rule', 'change', 'time']);
    expect(t.estimands[0]).toEqual({ id: 'remission_w12', endpoint: 'remission', analysis: 'cmh', rescue: 'composite', dropout: 'composite', missing: '' });
  });
  it('loses no size but those above the whole trial', () => {
    const fewer = setPatients(text, 200);
    expect(trial(fewer)!.sizes).toEqual([60, 120, 180]);
    expect(trial(setPatients(text, 280))!.sizes).toEqual([60, 120, 180, 240]);
  });
  it('is changed in one line a change', () => {
    for (const changed of [setPatients(text, 290), setDose(text, 1, '2e6 cells/kg'), setEndpoint(text, 0, 'rule', 'Mayo_response'), setEstimand(text, 0, 'analysis', 'logistic')]) {
      expect(difference(text, changed)!.before).toHaveLength(1);
      expect(changed).toContain('# Smaller trials are read from the first patients of each.');
    }
    expect(trial(setEndpoint(text, 0, 'at', '56 d'))!.endpoints[0]!.at).toBe('56 d');
  });
  it('has its people chosen by a method that is a word of one line, and gives the word back', () => {
    const banked = text.replace('  trials: 1000', '  trials: 1000\n  # Assumed.\n  bank: {draws: 20, patients_per_draw: 60, typical_patients: 200}');
    const chosen = setCohort(banked, 'select');
    expect(difference(banked, chosen)).toEqual({ line: difference(banked, chosen)!.line, before: ['  bank: {draws: 20, patients_per_draw: 60, typical_patients: 200}'], after: ['  bank: {draws: 20, patients_per_draw: 60, typical_patients: 200, cohort: select}'] });
    expect(trial(chosen)!.bank.cohort).toBe('select');
    expect(trial(setCohort(chosen, 'mcmc'))!.bank).toEqual({ draws: 20, people: 60, typical: 200, cohort: 'mcmc' });
    expect(setCohort(chosen, '')).toBe(banked);
    const block = banked.replace('bank: {draws: 20, patients_per_draw: 60, typical_patients: 200}', 'bank:\n    draws: 20\n    cohort: select\n    patients_per_draw: 60\n    typical_patients: 200');
    expect(setCohort(block, '')).toBe(block.replace('    cohort: select\n', ''));
    expect(setCohort(banked.replace('200}', '200, cohort: mcmc}').replace('draws: 20, ', ''), '')).toBe(banked.replace('draws: 20, ', ''));
    expect(setCohort(banked.replace('{draws', '{cohort: mcmc, draws'), '')).toBe(banked);
    expect(trial(setCohort(text, 'perturb'))!.bank).toEqual({ draws: 20, people: 50, typical: 200, cohort: 'perturb' });
    expect(setCohort(text, '')).toBe(text);
  });
  it('shows what its author wrote above a key', () => {
    expect(remark(text, 'dropout')).toMatch(/^Assumed: about one patient in ten/);
    expect(remark(text, 'trials')).toBe('');
  });
  it('says weeks where days are whole weeks', () => {
    expect([week('84 d'), week('56 d, 84 d'), week('30 d')]).toEqual(['week 12', 'week 12', 'day 30']);
  });
});

describe('axes', () => {
  it('give equal room to equal factors', () => {
    const x = logarithmic(1, 100, 0, 200);
    expect([x(1), x(10), x(100)]).toEqual([0, 100, 200]);
    expect(x.ticks).toContain(10);
    expect(x(0)).toBe(0);
  });
  it('give equal room to equal steps', () => {
    expect(linear(0, 10, 0, 100)(5)).toBe(50);
  });
});

describe('visits and endpoints by clicks', () => {
  const phased = text.replace('trial:', 'phases:\n  - {name: treatment, from: 0 d, to: 87 d}\ntrial:');

  it('are added at their place in time, and the study is made long enough', () => {
    const early = addVisit(phased, 4);
    expect(trial(early)!.visits.map(v => v.at)).toEqual(['28 d', '56 d', '84 d']);
    expect(difference(phased, early)!.after).toEqual(['    - {name: week 4, at: 28 d, window: 3 d}']);
    const late = addVisit(phased, 24);
    expect(trial(late)!.visits.map(v => v.name)).toEqual(['week 8', 'week 12', 'week 24']);
    expect(late).toContain('to: 171 d');
    expect(addVisit(phased, 8)).toBe(phased);
    expect(addVisit(phased, -1)).toBe(phased);
  });

  it('move together: what is read at a visit goes with it', () => {
    const moved = moveVisit(phased, 1, 4);
    expect(trial(moved)!.visits.map(v => `${v.name} ${v.at}`)).toEqual(['week 4 28 d', 'week 8 56 d']);
    expect(trial(moved)!.endpoints.map(e => e.at)).toEqual(['28 d', '28 d', '']);
    expect(moved).toContain('# Assumed: about one patient in ten');
  });

  it('go only where nothing is read', () => {
    const t = trial(phased)!;
    expect(readAt(t, t.visits[0]!)).toEqual([]);
    expect(readAt(t, t.visits[1]!)).toEqual(['remission_w12', 'change_w12']);
    expect(trial(removeVisit(phased, 0))!.visits.map(v => v.name)).toEqual(['week 12']);
  });

  it('an endpoint comes with an estimand at the end of the order, under names that are free', () => {
    const added = addEndpoint(phased, 'rule', 'Mayo_response', '56 d');
    expect(trial(added)!.endpoints.at(-1)).toMatchObject({ id: 'response_w8', kind: 'rule', word: 'Mayo_response', at: '56 d', reader: 'central' });
    expect(trial(added)!.estimands.at(-1)).toMatchObject({ id: 'response_w8', endpoint: 'response_w8', analysis: 'cmh', rescue: 'composite' });
    expect(trial(addEndpoint(added, 'rule', 'Mayo_response', '56 d'))!.endpoints.at(-1)!.id).toBe('response_w8_2');
    expect(trial(addEndpoint(phased, 'time', 'closure', '84 d'))!.endpoints.at(-1)).toMatchObject({ kind: 'time', at: '' });
    expect(removeEstimand(added, 2)).toBe(phased);
  });

  it('the primary estimand is the first of the list, and one that goes takes its endpoint only when nothing else reads it', () => {
    const swapped = makePrimary(phased, 1);
    expect(trial(swapped)!.estimands.map(e => e.id)).toEqual(['change_w12', 'remission_w12']);
    expect(swapped.length).toBe(phased.length);
    const shared = phased.replace('  alpha: 0.05', '    - {id: again, endpoint: change, analysis: ancova, intercurrent: {rescue: hypothetical, dropout: hypothetical}}\n  alpha: 0.05');
    expect(trial(removeEstimand(shared, 1))!.endpoints.map(e => e.id)).toEqual(['remission', 'change', 'relapse']);
    expect(trial(removeEstimand(phased, 1))!.endpoints.map(e => e.id)).toEqual(['remission', 'relapse']);
  });
});
