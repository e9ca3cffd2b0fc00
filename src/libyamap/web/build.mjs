/**
 * Bundles the map application into `dist/`; with `--test`, the tests into `dist-test/`.
 *
 * Leaflet stays a file of its own, as folium's script wants it: the global `L`, once. What the first screen does without
 * is imported when it is asked for, and so becomes files of their own, named by their content.
 *
 * What opens without a server can fetch nothing: for files that stand alone an application is one script, in `whole/`.
 */

import { build } from 'esbuild';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const DIST = 'dist';
const TESTS = 'dist-test';
/** What the bundle holds of others, by package name. */
const BUNDLED = ['leaflet', 'preact', '@preact/signals', '@preact/signals-core', 'minisearch', 'mgrs', 'geographiclib-geodesic', '@tmcw/togeojson', 'lucide', 'tabbable', 'd3-force', 'd3-dispatch', 'd3-quadtree', 'd3-timer', 'vazirmatn'];
const FONT = 'vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2';
/** The font as paper takes it: a file a weight. */
const PAPER_WEIGHTS = ['Regular', 'Medium', 'SemiBold', 'Bold'];
/** Applications that stand alone in a file, by the name of their script. */
const WHOLE = { map: 'src/main.tsx', present: 'src/present/main.tsx' };
/** Of no use without a server: it reads files of a reader's own, makes those that are exported, and keeps briefs. */
const SERVED = ['./overlays/overlays', './exports/exports', './briefs/briefs'];
/** Pages of their own, each of one script: it is whole in a single file too, and takes nothing from the first screen. */
const PAGES = ['present', 'embed'];
const COMMON = {
  bundle: true,
  target: ['es2022', 'chrome114', 'firefox120', 'safari17'],
  legalComments: 'none',
  logLevel: 'warning',
  charset: 'utf8',
};

async function buildApplication() {
  await rm(DIST, { recursive: true, force: true });
  await mkdir(join(DIST, 'fonts'), { recursive: true });
  const script = { ...COMMON, minify: true, format: 'iife' };
  const parts = { ...COMMON, minify: true, format: 'esm', splitting: true, outdir: DIST, chunkNames: '[name]-[hash]', metafile: true };
  await Promise.all([
    build({ ...script, entryPoints: ['src/boot.ts'], outfile: join(DIST, 'boot.js') }),
    build({ ...parts, entryPoints: { app: 'src/main.tsx' } }).then(writeModules),
    build({ ...script, entryPoints: WHOLE, outdir: join(DIST, 'whole'), external: SERVED }),
    build({ ...script, format: 'esm', entryPoints: ['src/bridge.ts'], outfile: join(DIST, 'bridge.js') }),
    ...PAGES.flatMap((page) => [
      build({ ...script, format: 'esm', entryPoints: [`src/${page}/main.tsx`], outfile: join(DIST, `${page}.js`) }),
      build({ ...COMMON, minify: true, entryPoints: [`src/${page}.css`], outfile: join(DIST, `${page}.css`), external: ['./fonts/*'] }),
    ]),
    build({ ...COMMON, minify: true, entryPoints: ['src/app.css'], outfile: join(DIST, 'app.css'), external: ['./fonts/*'] }),
    ...['overlays', 'exports', 'briefs'].map((part) => build({ ...COMMON, minify: true, entryPoints: [`src/css/${part}.css`], outfile: join(DIST, `${part}.css`) })),
    build({ ...COMMON, minify: true, entryPoints: ['src/css/leaflet.css'], outfile: join(DIST, 'leaflet.css'), loader: { '.png': 'empty' } }),
    cp('node_modules/leaflet/dist/leaflet.js', join(DIST, 'leaflet.js')),
    cp(join('node_modules', FONT), join(DIST, 'fonts', 'Vazirmatn.woff2')),
    ...PAPER_WEIGHTS.map((weight) => `Vazirmatn-${weight}.ttf`).map((file) => cp(join('node_modules/vazirmatn/fonts/ttf', file), join(DIST, 'fonts', file))),
    cp('node_modules/vazirmatn/OFL.txt', join(DIST, 'fonts', 'OFL.txt')),
    writeLicences(),
  ]);
}

/** The files that `app.js` cannot start without: the page has them fetched at once, not one after another. */
async function writeModules({ metafile: { outputs } }) {
  const needed = new Set();
  const add = (output) => {
    for (const { path, kind } of outputs[output].imports) {
      if (kind !== 'import-statement' || needed.has(path)) continue;
      needed.add(path);
      add(path);
    }
  };
  add(`${DIST}/app.js`);
  await writeFile(join(DIST, 'modules.json'), JSON.stringify([...needed].map((path) => basename(path))));
}

/** The licences of everything that is not ours in the bundle. */
async function writeLicences() {
  const texts = await Promise.all(BUNDLED.map(licence));
  await writeFile(join(DIST, 'LICENSES.txt'), texts.join('\n\n' + '-'.repeat(80) + '\n\n'));
}

async function licence(name) {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((one) => /^(licen[cs]e|ofl)/i.test(one));
  const text = file ? await readFile(join(folder, file), 'utf8') : `Licensed under ${license}.`;
  return `${name} ${version} (${license})\n\n${text.trim()}`;
}

async function buildTests() {
  await rm(TESTS, { recursive: true, force: true });
  const files = await readdir('test', { recursive: true });
  const entryPoints = files.filter((file) => /\.test\.tsx?$/.test(file)).map((file) => join('test', file));
  await build({ ...COMMON, entryPoints, outdir: TESTS, entryNames: '[name]', outExtension: { '.js': '.mjs' }, platform: 'node', format: 'esm', target: 'node20' });
}

const require = createRequire(import.meta.url);
process.chdir(dirname(require.resolve('./package.json')));
await (process.argv.includes('--test') ? buildTests() : buildApplication());
