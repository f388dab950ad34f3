// Opens the report's page in a headless browser, on a phone, on two projectors and on a wide screen, light and dark, and on
// paper: nothing may be wider than what it is in, nothing may be loaded, letters must stand out against what is behind them.
// And a watched board must follow the logs; how a board looks is tried by tests/wall/run.
//
//     npm install --prefix /tmp/browser puppeteer-core
//     NODE_PATH=/tmp/browser/node_modules node tests/sites/browser.cjs target/debug/sprint [FOLDER]
//
// The browser is `chromium`, or what CHROMIUM names. Pictures of all that was seen are put into FOLDER.

const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const puppeteer = require('puppeteer-core');

const SIZES = { phone: [360, 740], projector: [1024, 768], wall: [1920, 1080], wide: [2560, 1080] };
// Of WCAG 2.
const CONTRAST = 4.5;

const program = path.resolve(process.argv[2]);
const pictures = process.argv[3] && path.resolve(process.argv[3]);
const room = fs.mkdtempSync(path.join(os.tmpdir(), 'sprint-browser-'));

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);
const address = `https://example.org/${'a/very-long_path?with=parts&'.repeat(12)}`;
const code = `fn main() { ${'println!("a line of code that nobody has wrapped"); '.repeat(8)}}`;
const picture = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="300"><rect width="4000" height="300" fill="teal"/></svg>');

function sprint(...words) {
  const options = { cwd: room, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, SPRINT_NOW: '2017-02-27T09:00:00+01:00', SPRINT_BY: 'armin' } };
  return execFileSync(program, words, options);
}

function record() {
  fs.writeFileSync(path.join(room, 'wide.svg'), picture);
  sprint('init', 'hut', '--title', `Sprint ${long}`);
  fs.writeFileSync(path.join(room, 'sprints/hut/post.md'),
    `Hello.\n\n| a | table | ${'wide | '.repeat(30)}\n|---|---|\n| ${long} |\n\n${sprint('summary', '--print-template')}`);
  const lines = ['join Armin Rigo', 'join Antonio Cuni --nick Anto', 'join Carl Friedrich Bolz'];
  for (let number = 1; number <= 40; number += 1) {
    const text = [`fix the leak ${number}`, `${long}`, address, 'make the x86 backend not recompile everything after every bridge',
      `\`${code}\``, 'naïve <b>bold</b> & "quoted" 日本語 🎿'][number % 6];
    const under = number % 5 === 0 ? ` -u ${number - 1}` : '';
    const people = number % 3 ? ` -p armin,anto` : '';
    lines.push(`plan '${text.replaceAll("'", '’')}' -t "Release Work/Part ${number % 4}"${under}${people}`);
    if (number % 4 === 0) lines.push(`progress ${number} almost ready, more debugging needed on the machines with less memory ${long}`);
  }
  lines.push(`discuss ${long} -t Storage`, `decide 41 ${address}`, 'talk The JIT -p armin', 'done 1 Works.', `done 2 See ${address} and ${long}.`);
  fs.writeFileSync(path.join(room, 'batch'), lines.join('\n') + '\n');
  sprint('batch', 'batch');
  const texts = [`Code:\n\n    ${code}\n\n- one\n\n  ~~~rust\n  ${code}\n  ~~~\n\n  - two ${long}\n\n    1. three ${address}`,
    `> ${long}\n>\n>     ${code}`, `**${long}** *${long}* \`${long}${long}\``, `[${long}](${address})`];
  for (const text of texts) {
    fs.writeFileSync(path.join(room, 'text'), text);
    execFileSync(program, ['note', '-'], { cwd: room, input: text, stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: process.env.PATH, SPRINT_NOW: '2017-02-27T09:00:00+01:00', SPRINT_BY: 'armin' } });
  }
  sprint('photo', 'wide.svg', long);
  sprint('photo', 'wide.svg', 'in an item', '-i', '2');
}

// What is wider than it may be. What scrolls by itself may hold anything.
function tooWide() {
  const root = document.documentElement;
  const wrong = [];
  if (root.scrollWidth > root.clientWidth) wrong.push(`the page: ${root.scrollWidth} in ${root.clientWidth}`);
  const scrolls = (element) => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    const within = element.parentElement.getBoundingClientRect();
    const name = `${element.tagName} ${element.className} ${element.textContent.slice(0, 30)}`;
    if (scrolls(element.parentElement)) continue;
    if (box.right > root.clientWidth + 0.5 || box.left < -0.5) wrong.push(`${name}: ${box.left} to ${box.right}`);
    if (box.right > within.right + 0.5) wrong.push(`${name}: out of its parent`);
    if (!/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1
      && element.clientWidth > 0) wrong.push(`${name}: ${element.scrollWidth} in ${element.clientWidth}`);
  }
  return wrong;
}

// The texts that do not stand out, by the formula of WCAG 2.
function tooFaint(least) {
  const parse = (text) => text.match(/[\d.]+/g).map(Number);
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const color = element ? parse(getComputedStyle(element).backgroundColor) : [255, 255, 255, 1];
    return color.length === 4 && color[3] === 0 ? behind(element.parentElement) : color;
  };
  const wrong = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!hasText) continue;
    const [one, other] = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < least) wrong.add(`${element.tagName} ${element.className}: ${ratio.toFixed(1)}`);
  }
  return [...wrong];
}

async function look(browser, file) {
  let looked = 0;
  const wrong = [];
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    for (const scheme of ['light', 'dark']) {
      const page = await browser.newPage();
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`file://${file}`, { waitUntil: 'load' });
      const foreign = requests.filter((url) => url !== `file://${file}` && !url.startsWith('data:'));
      const found = [...await page.evaluate(tooWide), ...await page.evaluate(tooFaint, CONTRAST),
        ...foreign.map((url) => `loads ${url}`)];
      const letters = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
      const tall = await page.evaluate(() => document.documentElement.scrollHeight);
      const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const name = `${path.basename(file, '.html')}-${size}-${scheme}`;
      if (letters < 16) found.push(`letters of ${letters} px`);
      console.log(`${name}: letters of ${letters.toFixed(1)} px on ${dark}, ${tall} px of ${height} high`);
      if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
      wrong.push(...found.map((what) => `${name}: ${what}`));
      looked += 1;
      await page.close();
    }
  }
  const page = await browser.newPage();
  await page.goto(`file://${file}`, { waitUntil: 'load' });
  const paper = await page.pdf({ format: 'A4' });
  if (pictures) fs.writeFileSync(path.join(pictures, `${path.basename(file, '.html')}.pdf`), paper);
  await page.emulateMediaType('print');
  await page.setViewport({ width: 700, height: 1000 });
  wrong.push(...(await page.evaluate(tooWide)).map((what) => `${path.basename(file)} on paper: ${what}`));
  await page.close();
  return [looked + 1, wrong];
}

// Whether a page that is open shows what is recorded meanwhile, without anybody touching it.
async function follows(browser) {
  const file = path.join(room, 'watched.html');
  const options = { cwd: room, stdio: 'ignore', env: { PATH: process.env.PATH, SPRINT_NOW: '2017-02-27T09:00:00+01:00' } };
  const watch = spawn(program, ['-s', 'hut', 'board', '--for', 'html', '--watch', '-o', file], options);
  const second = () => new Promise((resolve) => setTimeout(resolve, 1000));
  const until = async (holds) => {
    for (let seconds = 0; seconds < 30; seconds += 1) {
      // While a page is loaded anew there is none to ask.
      if (await holds().catch(() => false)) return true;
      await second();
    }
    return false;
  };
  const page = await browser.newPage();
  const seen = await until(async () => fs.existsSync(file))
    && await page.goto(`file://${file}`)
    && sprint('-s', 'hut', 'talk', 'something new')
    && await until(() => page.evaluate(() => document.body.textContent.includes('something new')));
  watch.kill();
  return seen ? [] : ['an open page does not follow the logs'];
}

async function main() {
  record();
  const here = path.resolve(__dirname, '../..');
  const files = [];
  const write = (name, ...words) => {
    const file = path.join(room, `${name}.html`);
    sprint(...words, '-o', file);
    files.push(file);
  };
  write('page', '-s', 'hut', 'summary', '--page');
  write('page-bullets', '-s', 'hut', 'summary', '--page', '--body', 'bullets', '--group', 'none');
  write('leysin-2009', '-C', here, '-s', 'leysin-2009', 'summary', '--page');
  write('leysin-2017', '-C', here, '-s', 'leysin-2017', 'summary', '--page');
  if (pictures) fs.mkdirSync(pictures, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--hide-scrollbars'] });
  let looked = 0;
  const wrong = [];
  for (const file of files) {
    const [count, found] = await look(browser, file);
    looked += count;
    wrong.push(...found);
  }
  wrong.push(...await follows(browser));
  await browser.close();
  fs.rmSync(room, { recursive: true });
  console.log(wrong.length ? wrong.join('\n') : `${looked} looks: nothing is too wide, too faint or loaded from elsewhere, and an open page follows the logs`);
  process.exitCode = wrong.length ? 1 : 0;
}

main();
