import { openCopy, rewrite, run, that } from './expect.mjs';
import { SMALL } from './statistician.mjs';

const SCREENS = ['start', 'plan', 'arms', 'patients', 'trial', 'results', 'mechanism', 'evidence', 'compare', 'report', 'learn'];

/** Every screen, with a study that was run and a trial that was run: no serious fault of axe, nothing beyond the edge at 320 px and at 400 %, dark, and still where motion is not wanted. */
export async function looks({ page, context, address, look, accessible }) {
  const base = address.split('/?')[0];
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Runs that other stories have left are looked at; alone, this story makes its own.
  const runs = await page.evaluate(async () => (await (await fetch('/api/runs')).json()).runs);
  const left = kind => runs.filter(r => r.kind === kind && !/hostile|-\d+$/.test(r.name)).map(r => r.name)[0];
  const study = left('study') ?? await made(page);
  const trial = left('trial') ?? await tried(page);
  const ways = [
    { name: 'light', options: { viewport: { width: 1400, height: 950 }, colorScheme: 'light' } },
    { name: 'dark', options: { viewport: { width: 1400, height: 950 }, colorScheme: 'dark' } },
    { name: 'narrow', options: { viewport: { width: 320, height: 640 }, colorScheme: 'light' } },
    // 1400 px at 400 %: a quarter of the pixels, each four times as large.
    { name: 'zoomed', options: { viewport: { width: 350, height: 238 }, deviceScaleFactor: 4, colorScheme: 'light', reducedMotion: 'reduce' } },
  ];
  const wrong = [];
  for (const way of ways) {
    const other = await context.browser().newContext(way.options);
    const view = await other.newPage();
    view.setDefaultTimeout(60_000);
    await view.goto(address);
    for (const screen of SCREENS) {
      const name = screen === 'trial' || screen === 'patients' ? trial : study;
      await view.goto(`${base}/#/${screen}${screen === 'start' || screen === 'learn' ? '' : `/${name}`}`);
      await view.locator('main h1, main .answer').first().waitFor();
      await view.waitForLoadState('networkidle').catch(() => undefined);
      await view.waitForTimeout(300);
      const beyond = await view.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (beyond > 1) wrong.push(`${way.name} ${screen}: the page is ${beyond} px wider than the window`);
      if (way.name === 'light' || way.name === 'dark') await accessible(`${way.name} ${screen}`, view).catch(e => wrong.push(e.message));
      if (way.options.reducedMotion) {
        const moving = await view.evaluate(() => [...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration.split(',').some(d => parseFloat(d) > 0)).length);
        if (moving > 0) wrong.push(`${screen}: ${moving} parts move although motion is not wanted`);
      }
      await look(`${way.name}-${screen}`, view, way.name === 'light' || way.name === 'dark');
    }
    await other.close();
  }
  that(wrong.length === 0, wrong.join('; '));
}

async function made(page) {
  const name = await openCopy(page, 'Umbilical-cord MSC in DSS colitis of immunodeficient mice');
  await run(page, 4);
  return name;
}

async function tried(page) {
  await page.getByRole('link', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Open a copy of Local adipose MSC' }).click();
  await page.getByRole('heading', { name: 'Protocol' }).waitFor();
  const name = await page.locator('.study-name').innerText();
  await rewrite(page, name, [SMALL[0], ['trials: 1000', 'trials: 20'], ['patients: 212', 'patients: 60'], ['sizes: [80, 120, 160]', 'sizes: [30]']]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('.made').waitFor();
  return name;
}
