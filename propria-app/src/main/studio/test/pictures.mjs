// Takes the pictures of docs/studio.md, with shipped studies as they ship: 200 draws, and a trial of some trials.
//   node pictures.mjs ADDRESS CHROMIUM FOLDER
// Studies that the workspace does not have are copied and run first; that takes minutes.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [address, executablePath, folder] = process.argv.slice(2);
const base = address.split('/?')[0];
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await (await browser.newContext({ viewport: { width: 1200, height: 760 }, deviceScaleFactor: 1 })).newPage();
page.setDefaultTimeout(600_000);
await page.goto(address);
await page.locator('main h1').first().waitFor();

const call = (method, path, body) => page.evaluate(async ({ method: m, path: p, body: b }) => (await fetch(`/api/${p}`, { method: m, headers: { 'X-Propria': '1' }, ...(b ? { body: JSON.stringify(b) } : {}) })).json(), { method, path, body });
const ready = async (study, number) => {
  await call('POST', 'studies', { from: study, name: study });
  if ((await call('GET', 'runs')).runs.some(r => r.study === study || r.name === study)) return;
  await call('POST', `studies/${study}/runs`, { draws: number });
  while (!(await call('GET', 'runs')).runs.some(r => r.study === study || r.name === study)) await page.waitForTimeout(1000);
};
const open = async (screen, name = '', part = '') => {
  await page.goto(`${base}/#/start`);
  await page.reload();
  await page.goto(`${base}/#/${[screen, name, part].filter(Boolean).join('/')}`);
  await page.waitForTimeout(2500);
};
const take = async (name, at) => {
  if (at) await at.evaluate(e => { e.scrollIntoView({ block: 'start' }); scrollBy(0, -110); });
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}/${name}.png` });
};
const figure = picture => page.locator('figure', { has: picture });

await ready('dss-uc-msc', 200);
await ready('uc-phase2', 60);
await open('start');
await take('scientist-1-start');
await open('arms', 'dss-uc-msc');
await page.locator('.chart .curve').first().waitFor();
await take('scientist-3-arms');
await open('results', 'dss-uc-msc');
await page.locator('.answer h1').waitFor();
await take('scientist-4-answer');
await take('scientist-5-forecast', page.locator('#results-effects'));
await open('learn');
await take('student-1-lessons');
await page.locator('.card', { hasText: 'A colon in seven days' }).getByRole('link', { name: 'Open' }).click();
await page.locator('.chart .curve').first().waitFor();
await page.getByLabel('Neutrophils').check();
await take('student-2-lesson');
await page.getByRole('link', { name: 'Mechanism' }).click();
await page.locator('svg.crypt').first().waitFor();
await take('student-3-crypt');
await open('trial', 'uc-phase2');
await page.locator('.made').waitFor();
await take('statistician-1-protocol');
await take('statistician-3-endpoints', page.locator('#visits'));
await take('statistician-4-results', page.locator('.made'));
await open('patients', 'uc-phase2');
await page.getByRole('button', { name: 'Make the patients' }).click();
await page.getByRole('heading', { name: /patients like/ }).waitFor();
await take('statistician-2-patients', page.locator('.facts'));
await open('results', 'dss-uc-msc');
await page.getByRole('switch', { name: 'frede-2022 counts' }).click();
await page.locator('.what-if .headline').waitFor();
await take('reviewer-2-what-if', page.locator('.what-if'));
await page.locator('.waterfall .fall').nth(150).click();
await page.locator('.single').first().waitFor();
await take('reviewer-4-course', page.locator('#results-courses'));
await page.locator('.forest').waitFor();
await take('reviewer-5-forest', figure(page.locator('.forest')));
await page.getByRole('button', { name: 'Dose and day: Disease activity index on day 7' }).click();
await page.getByText(/all parameters; dashed/).waitFor();
await take('modeller-3-dose', figure(page.getByRole('img', { name: /Disease activity index changes by/ })));
await page.getByRole('button', { name: 'What moves Disease activity index on day 7?' }).click();
await page.locator('.whisker').first().waitFor();
await take('modeller-4-tornado', figure(page.locator('.whisker').first()));
await open('mechanism', 'dss-uc-msc');
await page.locator('svg.network').waitFor();
await take('modeller-1-mechanism');
await browser.close();
