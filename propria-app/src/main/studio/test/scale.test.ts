import { expect, test } from 'vitest';
import { apart, linear } from '../src/plots/scale';
import { days, short } from '../src/study/model';

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
