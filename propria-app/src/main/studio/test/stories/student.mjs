import { slide, that } from './expect.mjs';

/** The student takes the first lesson: moves DSS, sees curve and crypt follow, plays the days, answers, and hands in. */
export async function lecturer({ page, look, strip, accessible }) {
  await page.getByRole('link', { name: 'Learn' }).first().click();
  await page.getByRole('heading', { name: 'Learn' }).waitFor();
  await accessible('shelf');
  await look('shelf');
  await strip('shelf');
  await page.locator('.card', { hasText: 'A colon in seven days' }).getByRole('link', { name: 'Open' }).click();
  await page.locator('.chart .curve').first().waitFor();
  const curve = () => page.locator('.chart .curve').first().getAttribute('d');
  const before = await curve();
  await slide(page.getByRole('slider', { name: 'DSS' }), 0.5);
  await page.waitForFunction(old => document.querySelector('.chart .curve')?.getAttribute('d') !== old, before);
  // Undo always works: the curve comes back as it was.
  await page.locator('.saving.saved').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(old => document.querySelector('.chart .curve')?.getAttribute('d') === old, before);
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByLabel('T cells').check();
  await page.getByText('Not quite.').waitFor();
  await page.getByLabel('Neutrophils').check();
  await page.getByText('Right.').first().waitFor();
  await accessible('lesson');
  await look('lesson');
  await strip('lesson');

  // The crypt, day by day, by itself.
  await page.getByRole('link', { name: 'Mechanism' }).click();
  await page.locator('svg.crypt').first().waitFor();
  await slide(page.locator('.scrubber input'), 0);
  const healthy = await page.locator('svg.crypt').first().getAttribute('aria-label');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.waitForFunction(old => document.querySelector('svg.crypt')?.getAttribute('aria-label') !== old, healthy);
  await page.getByRole('button', { name: 'Pause' }).click();
  const glyphs = await page.locator('svg.crypt').first().locator('.cell, .bacterium, .pathobiont, .inflammatory, .vessel, .mucus').evaluateAll(all => all.filter(e => !e.querySelector('title')).length);
  that(glyphs === 0, `${glyphs} glyphs of the crypt name no state`);
  await slide(page.locator('.scrubber input'), 7);
  await strip('crypt');
  await page.getByRole('link', { name: 'Learn' }).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Hand in/ }).click();
  that((await download).suggestedFilename() === 'propria-answers.csv', 'the answers are one file');
}
