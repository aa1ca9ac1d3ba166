import { that } from './expect.mjs';

/** Plan, run and report without a mouse. */
export async function keyboard({ page, look }) {
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
  await page.keyboard.press('Enter');
  await page.reload();
  await page.locator('.study-name').waitFor();
  await focus(/^ *Report/);
  await page.keyboard.press('Enter');
  await page.locator('iframe.report').waitFor();
  that(await page.evaluate(() => document.activeElement !== document.body), 'the focus is somewhere');
  await look('report');
}
