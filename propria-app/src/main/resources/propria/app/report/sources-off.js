'use strict';
// The same sums as SourceInfluence: each draw is moved by the response to every number that falls back. A response of one
// sign scales the effect, another shifts it.
(() => {
  const data = JSON.parse(document.getElementById('source-influence').textContent);
  const line = (x, y, at) => {
    if (x.length === 1) return y[0];
    at = Math.min(x[x.length - 1], Math.max(x[0], at));
    let right = 1;
    while (right < x.length - 1 && at > x[right]) right++;
    return y[right - 1] + (at - x[right - 1]) / (x[right] - x[right - 1]) * (y[right] - y[right - 1]);
  };
  const place = (shape, z) => shape[0] + z * (z < 0 ? shape[1] : shape[2]);
  const falls = (rung, off) => rung.falls_with.some(key => off.has(key));
  const fallback = (number, off) => {
    if (!number.rungs.length || !falls(number.rungs[0], off)) return null;
    const next = number.rungs.find(rung => !falls(rung, off));
    return next ? next.shape : number.orphan;
  };
  const quantile = (sorted, p) => {
    const at = (sorted.length - 1) * p, low = Math.floor(at);
    return low + 1 < sorted.length ? sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]) : sorted[low];
  };
  const middle = draws => {
    const sorted = draws.filter(v => typeof v === 'number' && !Number.isNaN(v)).sort((a, b) => a - b);
    const tail = (1 - data.level) / 2;
    return [quantile(sorted, 0.5), quantile(sorted, tail), quantile(sorted, 1 - tail)];
  };
  const moved = (endpoint, off) => {
    const draws = data.endpoints[endpoint].draws.slice();
    for (const number of data.numbers) {
      const other = fallback(number, off);
      if (!other || !number.response.length) continue;
      const effect = number.response[endpoint];
      const scales = effect.every(e => e > 0) || effect.every(e => e < 0);
      const heights = scales ? effect.map(e => Math.log(Math.abs(e))) : effect;
      number.normals.forEach((z, d) => {
        const change = line(number.at, heights, place(other, z)) - line(number.at, heights, place(number.usual, z));
        draws[d] = scales ? draws[d] * Math.exp(change) : draws[d] + change;
      });
    }
    return draws;
  };
  const side = m => m[1] > 0 ? 1 : m[2] < 0 ? -1 : 0;
  const holds = (endpoint, before, after) => data.endpoints[endpoint].comparator
    ? side(before) === side(after) : after[0] >= before[1] && after[0] <= before[2];
  // As EstimateTrust: no verdict below twenty draws, or where the interval reaches ten times as far as any draw of the run.
  const doubt = (endpoint, after) => {
    const draws = data.endpoints[endpoint].draws.filter(v => typeof v === 'number' && !Number.isNaN(v));
    if (draws.length < 20) return 'fewer than 20 draws; propria retract is exact';
    const largest = Math.max(...draws.map(Math.abs)), reach = Math.max(Math.abs(after[1]), Math.abs(after[2]));
    return reach > 10 * largest ? 'more than ten times any effect of this run; propria retract is exact' : '';
  };
  const text = m => {
    const digits = Math.min(6, Math.max(0, 1 - Math.floor(Math.log10((m[2] - m[1]) / 2 || 1))));
    const say = v => v.toFixed(digits).replace('-', '\u2212');
    return say(m[0]) + ' (' + say(m[1]) + ' to ' + say(m[2]) + ')';
  };
  const boxes = [...document.querySelectorAll('input[data-source]')];
  const show = () => {
    const off = new Set(boxes.filter(box => !box.checked).map(box => box.dataset.source));
    const touched = data.numbers.filter(number => fallback(number, off));
    const orphans = touched.filter(number => number.rungs.every(rung => falls(rung, off))).length;
    const lost = data.measurements.filter(row => row.falls_with.some(key => off.has(key))).length;
    document.getElementById('switched').textContent = off.size === 0 ? 'All sources are in.'
      : 'Without ' + [...off].join(', ') + ': ' + touched.length + (touched.length === 1 ? ' number changes, ' : ' numbers change, ')
        + orphans + ' without any other claim; ' + lost + ' of ' + data.measurements.length + ' published values lost.';
    data.endpoints.forEach((endpoint, e) => {
      const before = middle(endpoint.draws), after = middle(moved(e, off));
      const why = touched.length ? doubt(e, after) : '';
      document.querySelector('[data-without="' + e + '"]').textContent = why || text(after);
      const badge = document.createElement('span');
      const same = holds(e, before, after);
      badge.className = why ? 'badge' : same ? 'badge ok' : 'badge concern';
      badge.textContent = why ? '\u25cb no verdict' : same ? '\u25a0 holds' : '\u25c7 flips';
      document.querySelector('[data-verdict="' + e + '"]').replaceChildren(badge);
    });
  };
  boxes.forEach(box => { box.hidden = false; box.addEventListener('change', show); });
  document.getElementById('all-on').addEventListener('click', () => { boxes.forEach(box => { box.checked = true; }); show(); });
  document.getElementById('flagged-out').addEventListener('click', () => {
    boxes.forEach(box => { box.checked = !['retracted', 'expression_of_concern', 'replaced'].includes(box.dataset.status); });
    show();
  });
  document.getElementById('switches').hidden = false;
  show();
})();
