import { openCopy, run, that } from './expect.mjs';

/** The reviewer looks a doubtful source up: its status, since when, and on whose word; takes another out; looks at subjects, doses and published studies. */
export async function reviewer({ page, look, strip, accessible }) {
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
  await strip('evidence');
  await page.getByLabel('only those in doubt').uncheck();

  // She runs it, takes a source out, and sees which predictions move; then puts it back. Twenty draws are the fewest that a verdict is told for.
  await run(page, 20);
  await page.getByRole('switch', { name: 'frede-2022 counts' }).click();
  await page.locator('.what-if .headline').waitFor();
  that(/conclusion (holds|flips) without frede-2022/.test(await page.locator('.what-if .headline').innerText()), 'the verdict is told');
  that((await page.getByRole('img', { name: /predictions move/ }).count()) === 1, 'before and after are drawn');
  that(/Monte-Carlo standard error/.test(await page.locator('.what-if').innerText()), 'the error of the estimate is told');
  await accessible('what if');
  await look('what-if');
  await strip('what-if', page.locator('.what-if'));
  await page.getByRole('link', { name: 'Evidence' }).click();
  await page.getByRole('button', { name: /Thirteen colonic immune populations/ }).click();
  await page.getByRole('switch', { name: 'frede-2022 counts' }).first().click();
  await page.getByText('Every source counts.').waitFor();

  // A subject that is chosen in one picture is marked in the others; its table and its files are there.
  await page.getByRole('link', { name: 'Results' }).click();
  await page.locator('.waterfall .fall').nth(5).click();
  await page.locator('.fall.marked').waitFor();
  await page.locator('.single').first().waitFor();
  that((await page.locator('.dot.marked').count()) === 1, 'the subject is marked among the pairs');
  const figure = page.locator('figure', { has: page.locator('.waterfall') });
  await figure.getByRole('button', { name: /^Data table of/ }).click();
  that((await figure.locator('table tbody tr').count()) > 10, 'the table behind the picture');
  for (const [button, end] of [[/^SVG of/, '.svg'], [/^CSV of/, '.csv']]) {
    const download = page.waitForEvent('download');
    await figure.getByRole('button', { name: button }).click();
    const name = (await download).suggestedFilename();
    that(name.endsWith(end) && name.includes('exploratory'), `the file says that the run was exploratory: ${name}`);
  }
  await page.locator('.chart').first().hover({ position: { x: 300, y: 100 } });
  that((await page.locator('.chart .cursor').count()) > 2, 'a day that is pointed at is marked in all courses');
  await page.getByRole('button', { name: 'Dose and day: Disease activity index on day 7' }).click();
  await page.getByRole('img', { name: /Disease activity index changes by/ }).waitFor();
  await page.getByRole('button', { name: 'What moves Disease activity index on day 7?' }).click();
  await page.getByText(/over 20 draws of all parameters; dashed/).waitFor();
  await page.getByRole('img', { name: /10 % more/ }).waitFor();
  await page.locator('.whisker').first().waitFor();
  const rows = page.locator('.forest-row');
  const before = await page.locator('figure', { has: page.locator('.forest') }).locator('h3').innerText();
  await rows.first().press('Enter');
  that(before !== await page.locator('figure', { has: page.locator('.forest') }).locator('h3').innerText(), 'a row that is left out changes the counts');
  await accessible('pictures');
  await look('pictures');
  await strip('subject', page.locator('#results-subjects'));
  await strip('dose', page.locator('#results-sensitivity'));
  await strip('forest', page.locator('.forest'));
}
