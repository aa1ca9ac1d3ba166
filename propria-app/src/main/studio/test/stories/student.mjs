import { slide, that } from './expect.mjs';

/** The student takes the first lesson: moves DSS, sees the curve follow, answers, and hands in. */
export async function lecturer({ page, look, strip, accessible }) {
  await page.getByRole('link', { name: 'Learn' }).first().click();
  await page.getByRole('heading', { name: 'Learn' }).waitFor();
  await accessible('shelf');
  await page.locator('.card', { hasText: 'A colon in seven days' }).getByRole('link', { name: 'Open' }).click();
  await page.locator('.chart .curve').first().waitFor();
  const before = await page.locator('.chart .curve').first().getAttribute('d');
  await slide(page.getByRole('slider', { name: 'DSS' }), 0.5);
  await page.waitForFunction(old => document.querySelector('.chart .curve')?.getAttribute('d') !== old, before);
  await page.getByLabel('T cells').check();
  await page.getByText('Not quite.').waitFor();
  await page.getByLabel('Neutrophils').check();
  await page.getByText('Right.').first().waitFor();
  await accessible('lesson');
  await look('lesson');
  await strip('lesson');
  await page.getByRole('link', { name: 'All lessons' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Hand in/ }).click();
  that((await download).suggestedFilename() === 'propria-answers.csv', 'the answers are one file');
}
