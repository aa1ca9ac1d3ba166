/** Where a value stands on an axis, and which values are written at it. */
export interface Scale { (value: number): number; ticks: number[]; low: number; high: number }

export function linear(low: number, high: number, from: number, to: number, count = 5): Scale {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const top = high > low ? high : low + span;
  const place = (value: number) => from + ((value - low) / (top - low)) * (to - from);
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map(m => m * power).find(s => s >= raw) ?? raw;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= top + step * 1e-9; i++) ticks.push(Number((i * step).toPrecision(12)));
  return Object.assign(place, { ticks, low, high: top });
}

/** The same for magnitudes: equal steps are equal factors. What is not above zero stands at the low end. */
export function logarithmic(low: number, high: number, from: number, to: number): Scale {
  const a = Math.log10(low);
  const b = Math.log10(high > low ? high : low * 10);
  const place = (value: number) => from + ((Math.log10(Math.max(value, low)) - a) / (b - a)) * (to - from);
  const steps = b - a > 2.5 ? [1] : b - a > 1 ? [1, 3] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(a); power <= Math.ceil(b); power++) for (const m of steps) {
    const value = m * 10 ** power;
    if (value >= low * 0.999 && value <= high * 1.001) ticks.push(Number(value.toPrecision(12)));
  }
  return Object.assign(place, { ticks, low, high });
}

/** The least and greatest of all finite values. */
export function extent(values: Iterable<number>): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : [0, 1];
}

export const line = (points: [number, number][]): string => points.filter(([, y]) => Number.isFinite(y)).map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

export const area = (lower: [number, number][], upper: [number, number][]): string => `${line(upper)}${line([...lower].reverse()).replace('M', 'L')}Z`;

/** Moves labels apart so that none covers another; keeps their order. */
export function apart(wanted: number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((y, i) => ({ y: Math.min(Math.max(y, low), high), i })).sort((a, b) => a.y - b.y);
  for (let k = 1; k < order.length; k++) order[k]!.y = Math.max(order[k]!.y, order[k - 1]!.y + gap);
  const over = (order.at(-1)?.y ?? 0) - high;
  if (over > 0) {
    order[order.length - 1]!.y -= over;
    for (let k = order.length - 2; k >= 0; k--) order[k]!.y = Math.min(order[k]!.y, order[k + 1]!.y - gap);
  }
  const placed: number[] = [];
  order.forEach(o => { placed[o.i] = o.y; });
  return placed;
}
