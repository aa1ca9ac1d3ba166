// Measures the studio in a real Chromium: bytes, first paint, when the page can be used, slider to curve, and, unless told to be
// quick, a run of 200 draws with live progress. Called by StudioBrowserTest and by hand:
//   node measure.mjs ADDRESS CHROMIUM [quick]
// Prints one line of JSON, and ends with a status that is not 0 when a budget is exceeded.
import { chromium } from 'playwright-core';

const [address, executablePath, quick] = process.argv.slice(2);
const MOST = { javascript: 150_000, styles: 12_000, requests: 12 };
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const page = await (await browser.newContext({ viewport: { width: 1400, height: 950 } })).newPage();
page.setDefaultTimeout(300_000);
const sizes = { javascript: 0, styles: 0, other: 0, requests: 0 };
const plain = { javascript: 0, styles: 0 };
page.on('response', async response => {
  const path = new URL(response.url()).pathname;
  if (path.startsWith('/api/') || response.status() >= 300) return;
  const wire = (await response.request().sizes().catch(() => ({ responseBodySize: 0 }))).responseBodySize;
  const whole = (await response.body().catch(() => Buffer.alloc(0))).length;
  const kind = path.endsWith('.js') ? 'javascript' : path.endsWith('.css') ? 'styles' : 'other';
  sizes[kind] += wire;
  sizes.requests++;
  if (kind !== 'other') plain[kind] += whole;
});
const cdp = await page.context().newCDPSession(page);
await cdp.send('Performance.enable');
await page.addInitScript(() => {
  globalThis.longTasks = [];
  new PerformanceObserver(list => { for (const e of list.getEntries()) globalThis.longTasks.push([e.startTime, e.duration]); }).observe({ type: 'longtask', buffered: true });
});
await page.goto(address);
await page.getByRole('button', { name: 'Plan a mouse colitis study' }).waitFor();
const paint = await page.evaluate(() => ({
  first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  usable: performance.now(),
  blocked: globalThis.longTasks.reduce((sum, [, d]) => sum + Math.max(0, d - 50), 0),
}));

// Slider to curve: from the input event to the frame in which the curve has another shape.
await page.getByRole('button', { name: 'Plan a mouse colitis study' }).click();
await page.getByRole('slider', { name: /^Strength/ }).waitFor();
await page.locator('.chart .curve').first().waitFor();
const moves = [];
// What a move pays: until its change is saved, until the courses are there, and the page itself.
const parts = [];
for (let i = 0; i < 8; i++) {
  const move = await page.evaluate(async value => {
    const curves = () => [...document.querySelectorAll('.chart .curve')].map(c => c.getAttribute('d')).join('|');
    const before = curves();
    const input = document.querySelector('.two fieldset:nth-of-type(2) input[type=range]');
    const begin = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, String(value));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (curves() === before && performance.now() - begin < 20_000) await new Promise(requestAnimationFrame);
    const all = performance.now() - begin;
    const asked = performance.getEntriesByType('resource').filter(e => e.startTime >= begin && e.name.includes('/api/studies/'));
    const preview = asked.find(e => e.name.endsWith('/preview'));
    const save = asked.find(e => !e.name.endsWith('/preview'));
    const took = e => e ? Math.round(e.responseEnd - e.startTime) : -1;
    return { all, save: took(save), preview: took(preview), page: Math.round(all) - Math.max(0, took(save)) - Math.max(0, took(preview)) };
  }, 1 + i * 0.35);
  moves.push(move.all);
  parts.push([move.save, move.preview, move.page]);
}
const result = {
  kB_javascript: Math.round(sizes.javascript / 100) / 10, kB_styles: Math.round(sizes.styles / 100) / 10, kB_javascript_unpacked: Math.round(plain.javascript / 100) / 10, requests: sizes.requests,
  ms_first_contentful_paint: Math.round(paint.first), ms_usable: Math.round(paint.usable), ms_blocked: Math.round(paint.blocked),
  ms_first_slider_to_curve: Math.round(moves[0]), ms_slider_to_curve: moves.slice(1).map(m => Math.round(m)),
  ms_save_preview_page: parts,
};
if (quick !== 'quick') {
  await page.getByLabel('Draws').fill('200');
  const seen = new Set();
  const begin = Date.now();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Results' }).click();
  let first = 0;
  while ((await page.locator('.answer h1').count()) === 0) {
    const text = await page.locator('.counter').innerText({ timeout: 200 }).catch(() => '');
    if (/\d+ \/ /.test(text)) { seen.add(text.replace(/,? about.*/, '')); first ||= Date.now() - begin; }
    await page.waitForTimeout(50);
  }
  Object.assign(result, { s_run_of_200_draws: (Date.now() - begin) / 1000, updates_of_progress: seen.size, ms_first_progress: first });
}
console.log(JSON.stringify(result));
await browser.close();
const over = Object.entries(MOST).filter(([key, most]) => sizes[key] > most);
if (over.length > 0) console.log(`over budget: ${over.map(([key, most]) => `${key} ${sizes[key]} of ${most}`).join(', ')}`);
const still = moves.filter(m => m >= 20_000).length;
if (still > 0) console.log(`the curve did not follow the slider ${still} times`);
process.exit(over.length === 0 && still === 0 ? 0 : 1);
