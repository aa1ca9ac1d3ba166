import { openCopy, that } from './expect.mjs';

/** The reviewer looks a doubtful source up: its status, since when, and on whose word. */
export async function reviewer({ page, look, accessible }) {
  await openCopy(page, 'Umbilical-cord MSC in DSS colitis of immunodeficient mice');
  await page.getByRole('link', { name: 'Evidence' }).click();
  await page.getByLabel('only those in doubt').check();
  await page.getByRole('button', { name: /Therapeutic potential of mesenchymal/ }).click();
  const card = page.locator('.card.source');
  await card.getByText('expression of concern').first().waitFor();
  const text = await card.innerText();
  that(/2024-11-15|15 Nov 2024/.test(text), 'the date of the notice is shown');
  that(/39548488/.test(text), 'the notice is named');
  await accessible('evidence');
  await look('evidence');
}
