// The ways of a visitor through the pages, in a real browser.
//
// In: `node walk.mjs ADDRESS CHROMIUM`, with the sample archive served at the address. Out: a line for each
// way; exit code 1 where one is closed. Deliberately absent: what the server answers without a browser
// (crates/query/src/web/tests).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [address, executablePath] = process.argv.slice(2);
const origin = new URL(address).origin;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Longest first page, in bytes, with everything that belongs to it. */
const FIRST_PAGE = 60 * 1024;
const MEETING = "/moede/det-nationale-raad-for-digital-sundhed-2021-06-09";
const PAGES = {
  front: "/",
  answer: "/?q=journal",
  year: "/?q=journal&from=2021&to=2021",
  nothing: "/?q=journal%20enhj%C3%B8rning",
  lines: "/?q=journal&kwic=1",
  groups: "/?q=journal&group=person",
  meeting: MEETING,
  found: `${MEETING}?q=journal`,
  statement: "/udsagn/det-nationale-raad-for-digital-sundhed-2021-06-09-s20",
  similar: "/udsagn/det-nationale-raad-for-digital-sundhed-2021-06-09-s20/lignende",
  person: "/person/torben-kvist",
  body: "/organ/baadlauget-havoernen",
  topic: "/emne?q=kanalstrategi",
  who: "/hvem?q=journal",
  words: "/ord?speaker=torben-kvist",
  meetings: "/moeder",
  people: "/personer",
  about: "/om",
};

const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

/** What no page may do: say something to the console, fail, ask another address. */
const wrong = [];
const context = async (options = {}) => {
  const made = await browser.newContext({ baseURL: origin, locale: "da-DK", ...options });
  made.setDefaultTimeout(15_000);
  made.on("page", (page) => {
    page.on("console", (message) => wrong.push(`${page.url()}: console: ${message.text()}`));
    page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== origin) wrong.push(`${page.url()} asks ${request.url()}`);
    });
  });
  return made;
};

let failed = 0;
const way = async (name, walk) => {
  const began = Date.now();
  try {
    await walk();
    assert.deepEqual(wrong.splice(0), []);
    console.log(`ok ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error.stack}`);
  }
};

const total = (page) => page.locator("#fundet").innerText();
const desk = await context({ permissions: ["clipboard-read", "clipboard-write"] });
const page = await desk.newPage();

await way("a search with Danish letters, by keys alone", async () => {
  await page.goto("/");
  await page.keyboard.press("/");
  await page.keyboard.type("børnene");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=b%C3%B8rnene/);
  assert.match(await total(page), /^\d+ udsagn$/);
  assert.match(await page.locator("mark").first().innerText(), /børn/i);
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelector(".hits .to")), true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/moede\//);
  await page.locator(".sentence:target").waitFor();
});

await way("suggestions as one types", async () => {
  await page.goto("/");
  await page.locator("#q").pressSequentially("torben kv");
  await page.locator("#forslag [role=option]", { hasText: "Torben Kvist" }).waitFor();
  assert.equal(await page.locator("#q").getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/person\/torben-kvist/);
});

await way("filters answer at once, and back undoes them", async () => {
  await page.goto("/?q=journal");
  const all = await total(page);
  await page.locator(".narrow > summary").click();
  await page.locator("#body").selectOption("Det nationale råd for digital sundhed");
  await page.waitForURL(/body=Det/);
  await page.waitForFunction((before) => document.querySelector("#fundet").innerText !== before, all);
  await page.locator("#kind").selectOption("O");
  await page.waitForURL(/kind=O/);
  await page.goBack();
  await page.goBack();
  await page.waitForFunction((before) => document.querySelector("#fundet")?.innerText === before, all);
  assert.equal(await page.locator("#body").inputValue(), "");
});

await way("a year of the timeline, then a month", async () => {
  await page.goto("/?q=journal");
  await page.locator(".bars a").first().click();
  await page.waitForURL(/from=2017&to=2017/);
  await page.locator(".bars a").first().click();
  await page.waitForURL(/from=2017-09&to=2017-09/);
  await page.getByRole("link", { name: "Vis alle år" }).click();
  assert.equal(await total(page), "17 udsagn");
});

await way("a hit in its meeting, from one to the next, and back to the same place", async () => {
  await page.goto("/?q=journal");
  const hit = page.locator(".hits .to").nth(9);
  await hit.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 0);
  await hit.click();
  await page.waitForURL(/\/moede\//);
  const target = page.locator(".sentence:target");
  await target.waitFor();
  assert.ok(await target.locator("mark").count() > 0, "what was asked for is not marked");
  await page.waitForFunction(() => {
    const box = document.querySelector(".sentence:target").getBoundingClientRect();
    return box.top > 0 && box.bottom < innerHeight;
  });
  await page.goBack();
  await page.waitForFunction((place) => Math.abs(scrollY - place) < 2, place);
  await page.goto(`${MEETING}?q=journal#s6`);
  await page.getByRole("link", { name: "Næste fund" }).nth(1).click();
  assert.equal(await page.evaluate(() => location.hash), "#s7");
});

await way("a citation is copied", async () => {
  await page.goto("/?q=journal");
  await page.locator(".cite > summary").first().click();
  const said = await page.locator(".citation").first().innerText();
  await page.getByRole("button", { name: "Kopiér henvisningen" }).first().click();
  await page.getByRole("button", { name: "Kopieret" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), said);
  assert.match(said, /punkt 1 »Smittesporing og prøvesvar«/);
  await page.locator(".why > summary").first().click();
  assert.match(await page.locator(".why li").first().innerText(), /journal/);
});

await way("a person from a hit, and what they said in a year", async () => {
  await page.goto("/?q=journal");
  await page.locator(".speaker").first().click();
  await page.waitForURL(/\/person\//);
  assert.match(await page.locator("aside").innerText(), /Hverv over tid/);
  await page.locator(".bars a").first().click();
  await page.waitForURL(/speaker=/);
  assert.match(await total(page), /udsagn/);
});

await way("without scripts", async () => {
  const still = await context({ javaScriptEnabled: false });
  const page = await still.newPage();
  await page.goto("/");
  await page.locator("#q").fill("sygeplejejournal");
  await page.locator(".narrow > summary").click();
  await page.locator("#decisions").check();
  await page.locator("#decisions").uncheck();
  await page.getByRole("button", { name: "Søg" }).click();
  assert.match(await page.locator("mark").first().innerText(), /sygeplejejournal/);
  await page.locator(".why > summary").first().click();
  await page.locator(".bars a").first().click();
  await page.locator(".hits .to").first().click();
  assert.equal(await page.locator(".sentence:target mark").count(), 1);
  await still.close();
});

await way("on paper", async () => {
  await page.goto("/?q=journal");
  await page.emulateMedia({ media: "print" });
  for (const gone of ["header.site nav", "form.search", ".beside", ".foot .to"]) {
    assert.equal(await page.locator(gone).first().isVisible(), false, `${gone} is printed`);
  }
  assert.equal(await page.locator(".citation").first().isVisible(), true, "no citation is printed");
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  await page.emulateMedia({ media: null });
});

await way("the first page is light, and asked for once", async () => {
  const fresh = await context();
  const page = await fresh.newPage();
  let bytes = 0;
  const bodies = [];
  page.on("response", (response) => bodies.push(response.body().then((body) => { bytes += body.length; })));
  await page.goto("/", { waitUntil: "networkidle" });
  await Promise.all(bodies);
  console.log(`   first page: ${bytes} bytes in ${bodies.length} answers`);
  assert.ok(bytes <= FIRST_PAGE, `${bytes} bytes`);
  await fresh.close();
});

// Every page, on a phone and a desk, in light and in dark.
for (const [colorScheme, width] of [["light", 390], ["dark", 1440]]) {
  const visitor = await context({ colorScheme, viewport: { width, height: 900 } });
  await visitor.addInitScript(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const page = await visitor.newPage();
  for (const [name, target] of Object.entries(PAGES)) {
    await way(`${name}, ${colorScheme}, ${width} px`, async () => {
      await page.goto(target);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} px too wide`);
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run({
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }));
      const violations = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
      assert.deepEqual(violations, []);
      assert.equal(await page.evaluate(() => globalThis.shifted), 0, "the layout shifts");
    });
  }
  await visitor.close();
}

await browser.close();
console.log(failed ? `${failed} ways are closed` : "every way is open");
process.exitCode = failed ? 1 : 0;
