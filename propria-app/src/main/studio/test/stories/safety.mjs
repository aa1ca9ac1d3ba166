import { that } from './expect.mjs';

/** A hostile study cannot run script, wherever its words are shown. */
export async function safety({ page, context, address, look }) {
  const base = address.split('/?')[0];
  const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  const made = await page.evaluate(async ({ words }) => {
    const call = async (method, path, body) => (await fetch(`/api/${path}`, { method, headers: { 'X-Propria': '1' }, body: JSON.stringify(body) })).json();
    await call('POST', 'studies', { from: 'dss-uc-msc', name: 'hostile' });
    const now = await (await fetch('/api/studies/hostile')).json();
    const text = now.text.replace(/^title: .*$/m, `title: ${JSON.stringify(words)}`).replace(/^question: .*$/m, `question: ${JSON.stringify(words)}`).replace('name: Vehicle', `name: ${JSON.stringify(words)}`);
    return call('PUT', 'studies/hostile', { text, base: now.version, note: words });
  }, { words: evil });
  that(made.problems.every(p => p.severity !== 'error'), `the hostile study is a valid study: ${JSON.stringify(made.problems)}`);
  for (const screen of ['plan', 'arms', 'mechanism']) {
    await page.goto(`${base}/#/${screen}/hostile`);
    await page.locator('.study-name').waitFor();
    await page.waitForTimeout(500);
    that(!(await page.evaluate(() => 'hacked' in window)), `${screen}: a title ran as script`);
  }
  await page.goto(`${base}/#/plan/hostile`);
  await page.getByLabel('Draws').fill('2');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Results' }).click();
  await page.locator('.answer h1').waitFor();
  that(!(await page.evaluate(() => 'hacked' in window)), 'results: a title ran as script');
  await page.getByRole('link', { name: 'Report' }).click();
  await page.frameLocator('iframe.report').locator('h1').first().waitFor();
  for (const frame of page.frames()) that(!(await frame.evaluate(() => 'hacked' in window)), 'the report ran a title as script');
  await look('hostile');
  const stranger = await context.newPage();
  const answer = await stranger.goto(`${base}/api/studies/..%2F..%2Fetc`);
  that(answer.status() >= 400, 'a path outside the workspace is refused');
  await stranger.close();
}
