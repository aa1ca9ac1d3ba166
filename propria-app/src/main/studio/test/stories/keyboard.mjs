import { rewrite, that } from './expect.mjs';
import { SMALL } from './statistician.mjs';

/** Plan, run, report, and a trial, without a mouse. */
export async function keyboard({ page, look, address }) {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const focus = async (wanted) => {
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => { const e = document.activeElement; return `${e?.getAttribute('aria-label') ?? ''} ${e?.textContent ?? ''} ${e?.closest('label')?.textContent ?? ''}`; });
      if (wanted.test(name)) return;
    }
    throw new Error(`${wanted} cannot be reached by Tab`);
  };
  await focus(/Plan a mouse colitis study/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Plan the experiment' }).waitFor();
  await focus(/^ *Strength/);
  await page.keyboard.press('ArrowLeft');
  await page.locator('.diff ins').first().waitFor();
  await page.locator('.saving.saved').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Plan the experiment' }).waitFor();
  await focus(/Draws/);
  await page.keyboard.type('3');
  await focus(/^ *Run/);
  const asked = page.waitForResponse(r => r.request().method() === 'POST' && r.url().endsWith('/runs'));
  await page.keyboard.press('Enter');
  await asked;
  await page.reload();
  await page.locator('.study-name').waitFor();
  await focus(/^ *Report/);
  await page.keyboard.press('Enter');
  await page.locator('iframe.report').waitFor();
  that(await page.evaluate(() => document.activeElement !== document.body), 'the focus is somewhere');
  await look('report');

  // A trial: opened from its card, an estimand and the number of patients changed, run, and read.
  await page.goto(address.split('?')[0]);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await focus(/Open a copy of Local adipose MSC/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Protocol' }).waitFor();
  await rewrite(page, await page.locator('.study-name').innerText(), [SMALL[0], ['trials: 1000', 'trials: 20'], ['patients: 212', 'patients: 60'], ['sizes: [80, 120, 160]', 'sizes: [30]']]);
  await focus(/^ *Patients in each arm/);
  await page.keyboard.press('ArrowLeft');
  await page.locator('.diff ins', { hasText: 'patients: 56' }).waitFor();
  await focus(/Success is/);
  await page.keyboard.press('ArrowDown');
  await page.locator('.diff ins', { hasText: 'rule:' }).waitFor();
  await page.locator('.saving.saved').waitFor();
  await focus(/^ *Undo/);
  await page.keyboard.press('Enter');
  await page.reload();
  await page.getByRole('heading', { name: 'Protocol' }).waitFor();
  await focus(/^ *Run *$/);
  await page.keyboard.press('Enter');
  await page.locator('.made').waitFor();
  await focus(/Read these trials again/);
  await page.keyboard.press('Enter');
  await page.getByText(/nothing was simulated/).waitFor();
  await look('trial');
}
