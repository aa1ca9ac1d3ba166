import { describe, expect, test } from 'vitest';
import { append, data, difference, read, removeAt, replace, scalar } from '../src/study/edit';

const STUDY = `propria: 1
title: A study # of something
# whom
subjects: {species: mouse, population: wild-type, per_arm: 10}
phases:
  - {name: healthy, from: -7 d, to: 0 d}
  # stated in the paper
  - {name: induction, from: 0 d, to: 7 d, insult: {DSS: 3 %}}
arms:
  - {id: vehicle, name: Vehicle, role: vehicle}
  - id: cells
    name: Cells
    # two doses
    regimen: [{product: msc_bone_marrow, amount: 1e6 cells, route: intravenous, at: [1 d, 4 d]}]
observe: [DAI, body_weight]
seed: 1
`;

describe('edits of a study file', () => {
  test('a value is replaced in its place and nothing else changes', () => {
    const after = replace(STUDY, ['phases', 1, 'insult', 'DSS'], '2.5 %');
    expect(difference(STUDY, after)).toEqual({ line: 8, before: ['  - {name: induction, from: 0 d, to: 7 d, insult: {DSS: 3 %}}'], after: ['  - {name: induction, from: 0 d, to: 7 d, insult: {DSS: 2.5 %}}'] });
  });

  test('a key that is not there is added to a flow mapping and to a block mapping', () => {
    expect(data(replace(STUDY, ['phases', 0, 'insult'], '{DSS: 1 %}'), ['phases', 0])).toEqual({ name: 'healthy', from: '-7 d', to: '0 d', insult: { DSS: '1 %' } });
    const block = replace(STUDY, ['arms', 1, 'role'], 'naive_msc');
    expect(data<{ role: string }>(block, ['arms', 1])?.role).toBe('naive_msc');
    expect(block).toContain('# two doses');
    expect(data(replace(STUDY, ['question'], scalar('What: now?')), ['question'])).toBe('What: now?');
  });

  test('an entry is added to a flow list and to a block list', () => {
    expect(data(append(STUDY, ['observe'], 'MPO'), ['observe'])).toEqual(['DAI', 'body_weight', 'MPO']);
    const more = append(STUDY, ['arms'], '{id: third, role: exosome}');
    expect(data<unknown[]>(more, ['arms'])).toHaveLength(3);
    expect(difference(STUDY, more)?.after).toEqual(['  - {id: third, role: exosome}']);
  });

  test.each([0, 1])('entry %i of a list is taken out and the others stay', index => {
    expect(data(removeAt(STUDY, ['observe'], index), ['observe'])).toEqual(index === 0 ? ['body_weight'] : ['DAI']);
    expect(data<unknown[]>(removeAt(STUDY, ['arms'], index), ['arms'])).toHaveLength(1);
    expect(data<{ seed: number }>(removeAt(STUDY, ['arms'], index), [])?.seed).toBe(1);
  });

  test('adding an entry and taking it out again gives the same text', () => {
    expect(removeAt(append(STUDY, ['arms'], '{id: x}'), ['arms'], 2)).toBe(STUDY);
    expect(removeAt(append(STUDY, ['observe'], 'MPO'), ['observe'], 2)).toBe(STUDY);
  });

  test.each(['plain words', '1e6 cells', '-7 d', '3 %', 'a: b', '# no', 'yes', '', ' x ', '"quoted"', "it's", '[1]', '{a}', '*alias', '<script>alert(1)</script>'])('the text %j is read back as it was', text => {
    expect(data(`x: ${scalar(text)}\n`, ['x'])).toBe(text);
  });

  test('a value is read as it was typed', () => {
    expect(read(STUDY, ['subjects', 'per_arm'])).toBe('10');
    expect(read(STUDY, ['arms', 1, 'regimen', 0, 'amount'])).toBe('1e6 cells');
    expect(read(STUDY, ['nothing'])).toBe('');
  });
});
