/** Stops a story with a sentence. */
export function that(condition, sentence) {
  if (!condition) throw new Error(sentence);
}

export const equal = (found, wanted, what) => that(found === wanted, `${what}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);

/** Opens a copy of a shipped study and returns its name. */
export async function openCopy(page, title) {
  await page.getByRole('link', { name: 'Start' }).click();
  await page.getByRole('button', { name: `Open a copy of ${title}` }).click();
  await page.locator('.study-name').waitFor();
  return page.locator('.study-name').innerText();
}

/** Runs the open study with a few draws and waits for its answer. */
export async function run(page, draws) {
  await page.getByLabel('Draws').fill(String(draws));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Results' }).click();
  await page.locator('.answer h1').waitFor();
}

/** Moves a slider to a value, as a hand would by keys. */
export async function slide(locator, value) {
  await locator.evaluate((input, v) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    set.call(input, String(v));
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

/** Writes another text into the study file, as somebody would with an editor, and shows it. */
export async function rewrite(page, name, how) {
  await page.evaluate(async ({ name: study, pairs }) => {
    const now = await (await fetch(`/api/studies/${study}`)).json();
    let text = now.text;
    for (const [from, to] of pairs) {
      if (!text.includes(from)) throw new Error(`the study file has no ${from}`);
      text = text.replace(from, to);
    }
    const saved = await (await fetch(`/api/studies/${study}`, { method: 'PUT', headers: { 'X-Propria': '1' }, body: JSON.stringify({ text, base: now.version, note: 'by hand' }) })).json();
    if (saved.problems.some(p => p.severity === 'error')) throw new Error(JSON.stringify(saved.problems));
  }, { name, pairs: how });
  await page.reload();
  await page.locator('.study-name').waitFor();
}
