// Clicks through the studio in a real Chromium, as a person would. Called by StudioBrowserTest:
//   node stories.mjs ADDRESS CHROMIUM PICTURES
// Prints a line a story, and ends with a status that is not 0 when one of them fails.
import { chromium } from 'playwright-core';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stories } from './stories/index.mjs';

const [address, executablePath, pictures] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
let failed = 0;
for (const [name, story] of Object.entries(stories).filter(([n]) => !process.argv[5] || process.argv[5].split(",").includes(n))) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 950 } });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const complaints = [];
  page.on('pageerror', error => complaints.push(error.message));
  let number = 0;
  let strips = 0;
  const tools = {
    page, context, address,
    async look(title, view = page, whole = true) {
      number++;
      await view.screenshot({ path: `${pictures}/${name}-${String(number).padStart(2, '0')}-${title}.png`, fullPage: whole });
    },
    /** A picture of a strip: what a person sees at this moment, at the size of a small laptop. */
    async strip(title, at) {
      await page.setViewportSize({ width: 1200, height: 760 });
      if (at) await at.evaluate(e => { e.scrollIntoView({ block: 'start' }); scrollBy(0, -70); });
      await page.waitForTimeout(250);
      strips++;
      await page.screenshot({ path: `${pictures}/strip-${name}-${strips}-${title}.png` });
      await page.setViewportSize({ width: 1400, height: 950 });
    },
    /** No serious fault of accessibility on the page as it stands, in a window as tall as the page, where nothing that scrolls lies under the bars that stay. */
    async accessible(where, view = page) {
      const window = view.viewportSize();
      if (window) {
        // Parts of a page come later than the rest; a page that has grown would lie under the bar at its foot again.
        for (let fits = 0, tries = 0; fits < 2 && tries < 20; tries++) {
          const height = await view.evaluate(() => document.documentElement.scrollHeight);
          fits = height <= view.viewportSize().height ? fits + 1 : 0;
          if (fits === 0) await view.setViewportSize({ width: window.width, height: height + 20 });
          await view.waitForTimeout(250);
        }
      }
      await view.evaluate(axe);
      const found = await view.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
      if (window) await view.setViewportSize(window);
      const bad = found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical');
      if (bad.length > 0) throw new Error(`${where}: ${bad.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')}`).join('; ')}`);
    },
  };
  try {
    await page.goto(address);
    await story(tools);
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`);
    console.log(`passed ${name}`);
  } catch (error) {
    failed++;
    await tools.look('failed').catch(() => undefined);
    console.log(`FAILED ${name}: ${error instanceof Error ? error.message : error}`);
  }
  await context.close();
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
