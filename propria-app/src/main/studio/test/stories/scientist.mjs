import { equal, run, slide, that } from './expect.mjs';

/** The scientist plans her next mouse study, adds arms, runs it, asks why, and saves the report. She never sees YAML unless she wants to. */
export async function scientist({ page, look, strip, accessible }) {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await accessible('start');
  await look('start');
  await strip('start');
  await page.getByRole('button', { name: 'Plan a mouse colitis study' }).click();
  await page.getByRole('heading', { name: 'Plan the experiment' }).waitFor();
  await page.getByLabel('Strain or patients').selectOption({ label: 'BALB/c mice' });
  await page.locator('.diff ins').first().waitFor();
  await slide(page.getByRole('slider', { name: /^Strength/ }), 2.5);
  await page.locator('.diff ins', { hasText: 'DSS: 2.5 %' }).waitFor();
  await page.locator('.chart .curve').first().waitFor();
  await accessible('plan');
  await look('plan');
  await strip('plan');
  await page.getByRole('link', { name: 'Change arms and doses' }).click();
  await page.getByRole('button', { name: 'Add an arm' }).click();
  const third = page.locator('.cards.arms > li').nth(2);
  await third.getByLabel('Name').fill('Primed MSC');
  await third.getByLabel('Name').press('Enter');
  await third.getByLabel(/^Role/).selectOption('primed_msc');
  await third.getByRole('button', { name: 'Add a product' }).click();
  await third.getByRole('combobox', { name: /^Product/ }).selectOption({ value: 'msc_bone_marrow_primed_cytokines' });
  await page.locator('.diff ins', { hasText: 'msc_bone_marrow_primed_cytokines' }).waitFor();
  equal(await page.locator('.problems li.error').count(), 0, 'problems of the study');
  await accessible('arms');
  await look('arms');
  await strip('arms');
  await run(page, 8);
  that(/interval/.test(await page.locator('.answer h1').innerText()), 'the answer has an interval');
  that((await page.locator('.doubts li').count()) > 0, 'the answer has doubts');
  await page.getByRole('button', { name: 'Why Disease activity index on day 7?' }).click();
  await page.getByText(/of the effect on|There is no effect/).waitFor();
  await accessible('results');
  await look('results');
  await strip('answer');
  await strip('why', page.locator('.why-part'));
  await page.getByRole('link', { name: 'Report' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'report.html' }).click();
  equal((await download).suggestedFilename(), 'report.html', 'the saved file');
  await page.frameLocator('iframe.report').locator('h1').first().waitFor();
  await accessible('report');
  await look('report');
}
