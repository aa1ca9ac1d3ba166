import { expect, test } from 'vitest';
import { apart, linear } from '../src/plots/scale';
import { wrapped } from '../src/plots/width';
import { days, interval, short, shown, within } from '../src/study/model';

test('ticks lie within the axis and are round numbers', () => {
  const x = linear(-7, 7, 0, 100, 8);
  expect(x.ticks).toEqual([-6, -4, -2, 0, 2, 4, 6]);
  expect(x(-7)).toBe(0);
  expect(x(7)).toBe(100);
  expect(linear(3, 3, 0, 100).ticks.length).toBeGreaterThan(1);
});

test('labels that would cover one another are moved apart and stay inside', () => {
  const placed = apart([50, 51, 52, 99], 10, 0, 100);
  for (let i = 1; i < placed.length; i++) expect(placed[i]! - placed[i - 1]!).toBeGreaterThanOrEqual(10 - 1e-9);
  expect(Math.max(...placed)).toBeLessThanOrEqual(100);
});

test('times and numbers are read and written as at the bench', () => {
  expect(days('-7 d')).toBe(-7);
  expect(days('2 wk')).toBe(14);
  expect(days('12 h')).toBe(0.5);
  expect(short(0.123456)).toBe('0.1235');
  expect(short(1.2493771e-6)).toBe('1.249e-6');
  expect(short(1e6)).toBe('1e6');
});

test('a value has no more digits than its interval bears out, and a true minus sign', () => {
  expect(interval(-0.237, -0.453, -0.0848)).toBe('−0.24 (−0.45 to −0.08)');
  expect(interval(-83.4, -108, -40.4)).toBe('−83 (−108 to −40)');
  expect(within(-0.0004, 0.2)).toBe('0.00');
  expect(within(5, 0)).toBe('5');
  expect(shown(-1.5)).toBe('−1.5');
  expect(short(-1.5)).toBe('-1.5');
});

test('a long name stands in two lines, and is cut only when these are full', () => {
  expect(wrapped('healing of ulcers', 200)).toEqual(['healing of ulcers']);
  expect(wrapped('Umbilical-cord MSC', 108, 7)).toEqual(['Umbilical-cord', 'MSC']);
  expect(wrapped('a'.repeat(40), 70)).toHaveLength(1);
});
