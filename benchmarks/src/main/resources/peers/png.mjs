// sharp's PNG output with its defaults, from raw pixels.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

sharp.cache(false);

for await (const path of createInterface({ input: process.stdin })) {
  const file = await readFile(path);
  const raw = { width: file.readUInt32BE(0), height: file.readUInt32BE(4), channels: file[8] };
  const pixels = file.subarray(9);
  const cpu = process.cpuUsage();
  const wall = process.hrtime.bigint();
  const png = await sharp(pixels, { raw }).png().toBuffer();
  const used = process.cpuUsage(cpu);
  const micros = (process.hrtime.bigint() - wall) / 1000n;
  console.log(`${used.user + used.system} ${micros} ${png.length}`);
}
