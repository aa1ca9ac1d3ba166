import { openCopy, run, slide, that } from './expect.mjs';

/** The modeller opens a study, reads where a number comes from, forks it, changes a line, runs both and compares. */
export async function modeller({ page, look, strip, accessible }) {
  const first = await openCopy(page, 'Umbilical-cord MSC in DSS colitis of immunodeficient mice');
  await run(page, 4);
  await page.getByRole('link', { name: 'Mechanism' }).click();
  await page.locator('svg.crypt').first().waitFor();
  await page.getByRole('button', { name: 'Open Lamina propria' }).press('Enter');
  await page.getByRole('button', { name: 'tumour necrosis factor' }).press('Enter');
  await page.locator('.reactions').waitFor();
  that(/ant:\d+/.test(await page.locator('.why').innerText()), 'each reaction says where it stands');
  await slide(page.locator('.scrubber input'), 6);
  await accessible('mechanism');
  await look('mechanism');
  await strip('mechanism');
  await strip('network', page.locator('svg.network'));
  await page.getByRole('button', { name: 'Fork' }).click();
  await page.getByText(`${first}-fork`, { exact: true }).waitFor();
  await slide(page.getByRole('slider', { name: /^Strength/ }), 2);
  await page.locator('.diff ins', { hasText: 'DSS: 2 %' }).waitFor();
  await page.locator('.saving.saved').waitFor();
  await run(page, 4);
  await page.getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('rowheader', { name: 'Phases' }).waitFor();
  that(/in the first and .* in the second/.test(await page.locator('.headline').innerText()), 'the comparison says what moved');
  await accessible('compare');
  await look('compare');
  await strip('compare');
}
