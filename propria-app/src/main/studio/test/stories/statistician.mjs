import { equal, rewrite, slide, that } from './expect.mjs';

/** A trial that takes seconds: few people, few trials. What a page does with it is what it does with a large one. */
export const SMALL = [['draws: 60, patients_per_draw: 60, typical_patients: 200', 'draws: 2, patients_per_draw: 25, typical_patients: 40'], ['trials: 1000', 'trials: 40']];

/** The statistician looks at the patients, changes the design, freezes it, runs it, and asks whether the answer holds. */
export async function statistician({ page, look, strip, accessible }) {
  await page.getByRole('button', { name: 'Open a copy of Phase 2 of intravenous umbilical-cord MSC' }).click();
  await page.getByRole('heading', { name: 'Protocol' }).waitFor();
  const name = await page.locator('.study-name').innerText();
  await rewrite(page, name, SMALL);
  await page.getByRole('heading', { name: 'Protocol' }).waitFor();
  that((await page.locator('.remarks small', { hasText: 'GEMINI 1' }).count()) > 0, 'a criterion says where it comes from');
  await slide(page.getByRole('slider', { name: 'Patients in each arm' }), 40);
  await page.locator('.diff ins', { hasText: 'patients: 80' }).first().waitFor();
  that(/sizes: \[60\]/.test(await page.locator('.diff').innerText()), 'sizes above the whole trial are taken out');
  await page.getByLabel('Dose: Umbilical-cord MSC').fill('2e6 cells/kg');
  await page.getByLabel('Dose: Umbilical-cord MSC').press('Enter');
  await page.locator('.diff ins', { hasText: '2e6 cells/kg' }).waitFor();
  const primary = page.locator('section.card').first();
  await primary.getByLabel('Success is').selectOption('Mayo_response');
  await page.locator('.diff ins', { hasText: 'Mayo_response' }).waitFor();
  await primary.getByLabel('Read at').selectOption('56 d');
  await page.locator('.diff ins', { hasText: 'at: 56 d' }).waitFor();
  await primary.getByLabel('Analysis').selectOption('logistic');
  await page.locator('.diff ins', { hasText: 'analysis: logistic' }).waitFor();
  that(/Mayo response at week 8.*logistic regression/.test(await primary.locator('.sentence').innerText()), 'the estimand is a sentence');
  for (const line of ['analysis: cmh', 'at: 84 d', 'Mayo_remission']) {
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.diff ins', { hasText: line }).first().waitFor();
  }
  // A visit and an endpoint by clicks, each as the line of the file; undone again.
  await page.getByLabel('Another visit, in week').fill('6');
  await page.getByRole('button', { name: 'Add this visit' }).click();
  await page.locator('.diff ins', { hasText: '{name: week 6, at: 42 d, window: 3 d}' }).waitFor();
  that(await page.getByRole('button', { name: 'Remove the visit week 12' }).isDisabled(), 'a visit that is read cannot go');
  await page.getByText('Add an endpoint').click();
  const adding = page.locator('details.add');
  await adding.getByLabel('Of what').selectOption('mucosal_healing');
  await adding.getByLabel('At which visit').selectOption('42 d');
  await adding.getByRole('button', { name: 'Add it with an estimand' }).click();
  await page.locator('.diff ins', { hasText: '{id: mucosal_healing_w6, rule: mucosal_healing, at: 42 d, reader: central}' }).waitFor();
  await page.locator('details.card', { hasText: 'mucosal healing w6' }).first().waitFor();
  equal(await page.locator('.problems li.error').count(), 0, 'problems of the design');
  await page.locator('details.card summary', { hasText: 'mucosal healing w6' }).click();
  await page.getByRole('button', { name: 'Make mucosal healing w6 the primary estimand' }).click();
  await page.getByRole('heading', { name: 'Primary: mucosal healing w6' }).waitFor();
  await accessible('visits and endpoints');
  await strip('endpoints', page.locator('#visits'));
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Primary: remission w12' }).waitFor();
  await page.getByRole('button', { name: 'Remove the visit week 6' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'How long would it take?' }).click();
  await page.getByText(/About .* on this machine/).waitFor();
  await accessible('trial');
  await look('protocol');
  await strip('protocol');

  await page.getByRole('link', { name: 'Patients' }).click();
  await slide(page.getByRole('slider', { name: 'How many' }), 40);
  await page.getByRole('button', { name: 'Make the patients' }).click();
  await page.getByRole('heading', { name: /40 patients like/ }).waitFor();
  equal(await page.locator('.chart.small').count(), 5, 'pictures of readings and of pairs');
  await page.getByRole('button', { name: 'Use these patients in this trial' }).click();
  await page.locator('.diff ins', { hasText: 'cohort: select}' }).waitFor();
  await page.getByText('They are chosen by select').waitFor();
  await page.getByRole('button', { name: 'Take people as the population has them' }).click();
  await page.locator('.diff del', { hasText: 'cohort: select}' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('.diff ins', { hasText: 'cohort: select}' }).waitFor();
  await page.getByText('They are chosen by select').waitFor();
  await accessible('patients');
  await look('patients');
  await strip('patients', page.locator('.facts'));

  await page.getByRole('link', { name: 'Trial', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText(/Plan frozen/).waitFor();
  that(await page.getByRole('slider', { name: 'Patients in each arm' }).isDisabled(), 'fields of the study are closed while its plan is frozen');
  that(await page.getByRole('button', { name: 'Undo' }).isDisabled(), 'so is undo');
  await page.getByLabel('Trials', { exact: true }).fill('30');
  // Looked for at every frame from before the click on: on a fast machine it is gone in less than a second.
  const counted = page.waitForFunction(() => /simulating patients.*\//.test(document.querySelector('.counter')?.textContent ?? ''));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await counted;
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Run goes on from what was finished').waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('.made.confirmatory').waitFor();
  that(/30 draws or trials instead of the 40/.test(await page.locator('.deviations').innerText()), 'what deviates from the plan is listed');
  const answer = await page.locator('.answer .headline').innerText();
  that(/power ([\d.]+ ± [\d.]+ %|0 of 30 trials \(below [\d.]+ %\)).*assurance.*type I error/.test(answer), `power, assurance and type I error have Monte-Carlo errors: ${answer}`);
  that((await page.locator('.placebo li').count()) > 0, 'the placebo check has rows');
  that((await page.getByRole('img', { name: /assurance is/ }).count()) > 0, 'the robustness panel is drawn');
  equal(await page.getByRole('img', { name: /power is/ }).count(), 1, 'curves over the sizes of the design');
  for (const axis of [/patients: power/, /week [\d.]+: power/, /times the dose: power/]) await page.getByRole('img', { name: axis }).first().waitFor();
  await accessible('trial results');
  await look('results');
  await strip('results', page.locator('.made'));
  await strip('robustness', page.locator('.placebo'));

  await page.getByRole('button', { name: 'Explore' }).click();
  await page.getByText(/set free/).first().waitFor();
  await primary.getByLabel('Success is').selectOption('Mayo_response');
  await page.locator('.diff ins', { hasText: 'Mayo_response' }).first().waitFor();
  await page.getByRole('button', { name: /Read these trials again/ }).click();
  await page.getByText(/Read again in .* nothing was simulated/).waitFor();
  await look('read-again');
}
