import { equal, openCopy, slide, that } from './expect.mjs';

/** Refresh, back, two tabs, a run that is stopped: no work is lost. */
export async function persistence({ page, context, address, look }) {
  const name = await openCopy(page, 'Umbilical-cord MSC in DSS colitis of immunodeficient mice');
  await page.getByRole('link', { name: 'Plan' }).click();
  await slide(page.getByRole('slider', { name: /^Strength/ }), 1.5);
  await page.locator('.diff ins', { hasText: 'DSS: 1.5 %' }).waitFor();
  await page.locator('.saving.saved').waitFor();
  await page.reload();
  await page.getByText('1.5 %').first().waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('.diff ins', { hasText: 'DSS: 3 %' }).waitFor();
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.locator('.diff ins', { hasText: 'DSS: 1.5 %' }).waitFor();
  await page.getByRole('link', { name: 'Arms', exact: true }).click();
  await page.goBack();
  await page.getByRole('heading', { name: 'Plan the experiment' }).waitFor();
  const other = await context.newPage();
  await other.goto(`${address.split('?')[0]}#/plan/${name}`);
  await other.getByRole('slider', { name: /^Strength/ }).waitFor();
  await slide(other.getByRole('slider', { name: /^Strength/ }), 4);
  await other.locator('.diff ins', { hasText: 'DSS: 4 %' }).waitFor();
  await slide(page.getByRole('slider', { name: /^Strength/ }), 2);
  await page.locator('.problems', { hasText: 'changed elsewhere' }).waitFor();
  await page.getByText('4 %').first().waitFor();
  await look('two-tabs');
  await other.close();
  await page.getByLabel('Draws').fill('2000');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('.counter', { hasText: '/' }).waitFor();
  await page.reload();
  await page.locator('progress').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Run goes on from what was finished').waitFor();
  equal(await page.locator('progress').count(), 0, 'no run goes on');

  // The server is stopped and started: the page says so, keeps what it shows, and goes on when it is back.
  await page.getByRole('link', { name: 'Plan' }).click();
  console.log('please stop the studio');
  while (await answers(page)) await page.waitForTimeout(200);
  await slide(page.getByRole('slider', { name: /^Strength/ }), 1);
  await page.locator('.problems', { hasText: 'the studio does not answer' }).waitFor();
  await page.getByText('4 %').first().waitFor();
  await look('stopped');
  console.log('please start the studio');
  while (!(await answers(page))) await page.waitForTimeout(200);
  await slide(page.getByRole('slider', { name: /^Strength/ }), 1.5);
  await page.locator('.diff ins', { hasText: 'DSS: 1.5 %' }).waitFor();
  await page.locator('.saving.saved').waitFor();
  equal(await page.locator('.problems').count(), 0, 'complaints that are left');
  await page.reload();
  await page.getByText('1.5 %').first().waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('.diff ins', { hasText: 'DSS: 4 %' }).waitFor();
  that((await context.cookies()).length > 0, 'the key is the one of before');
}

/** Whether the server answers the page. */
const answers = page => page.evaluate(async () => {
  try {
    return (await fetch('/api/studies')).ok;
  } catch {
    return false;
  }
});
