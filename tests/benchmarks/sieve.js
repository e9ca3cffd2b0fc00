// How long the map application takes to select points by a polygon: `node sieve.js BUNDLE ROUNDS < input`.
// Reads {lons, lats, ring} as JSON; writes {milliseconds, found}.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [bundle, rounds] = process.argv.slice(2);
const { createSieve } = await import(pathToFileURL(bundle).href);
const { lons, lats, ring } = JSON.parse(readFileSync(0, 'utf8'));
const [x, y] = [Float64Array.from(lons), Float64Array.from(lats)];

let found;
const taken = Array.from({ length: Number(rounds) }, () => {
  const started = performance.now();
  found = createSieve([ring], 'evenodd').select(x, y);
  return performance.now() - started;
}).sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ milliseconds: taken[Math.floor(taken.length / 2)], found: [...found] }));
