// sharp as a contender: 'once' decodes to the largest size and makes all others of that, the least a
// user can spend; 'each' starts from the file for every output, as most code does.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

sharp.cache(false); // The same file comes again and again here, as it never does in life.

const [, , mode, without] = process.argv;
const inside = [1920, 1024, 512];
const cover = 160;
const placeholder = 100;
const webp = { quality: 80 };
const jpeg = { quality: 82 };

const fit = (image, edge) => image.resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
const crop = (image) => image.resize(cover, cover, { fit: 'cover', position: 'attention' });
const still = (image, alpha) => (alpha ? image.png() : image.jpeg(jpeg)).toBuffer();
const length = async (buffer) => (await buffer).length;
const webpOf = (image) => (without === 'without-webp' ? Buffer.alloc(0) : image.webp(webp).toBuffer());

async function once(file, meta) {
  const alpha = meta.hasAlpha;
  let bytes = 0;
  let source = sharp(file).autoOrient();
  for (const edge of inside) {
    const { data, info } = await fit(source, edge).toColorspace('srgb').raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    source = sharp(data, { raw });
    bytes += await length(webpOf(sharp(data, { raw })));
    bytes += await length(still(sharp(data, { raw }), alpha));
  }
  const thumb = await crop(source.clone()).raw().toBuffer({ resolveWithObject: true });
  const raw = { width: thumb.info.width, height: thumb.info.height, channels: thumb.info.channels };
  bytes += await length(webpOf(sharp(thumb.data, { raw })));
  bytes += await length(still(sharp(thumb.data, { raw }), alpha));
  await fit(source, placeholder).raw().toBuffer();
  return bytes;
}

async function each(file, meta) {
  const alpha = meta.hasAlpha;
  let bytes = 0;
  for (const edge of inside) {
    bytes += await length(webpOf(fit(sharp(file).autoOrient(), edge)));
    bytes += await length(still(fit(sharp(file).autoOrient(), edge), alpha));
  }
  bytes += await length(webpOf(crop(sharp(file).autoOrient())));
  bytes += await length(still(crop(sharp(file).autoOrient()), alpha));
  await fit(sharp(file).autoOrient(), placeholder).raw().toBuffer();
  return bytes;
}

/** An animation's whole rendition, as Darkroom makes one; the stills are the others' code above. */
async function animated(file) {
  const image = sharp(file, { animated: true });
  return length(webpOf(fit(image, inside[0])));
}

async function work(file) {
  const meta = await sharp(file).metadata();
  const bytes = mode === 'once' ? await once(file, meta) : await each(file, meta);
  return (meta.pages ?? 1) > 1 && meta.format !== 'tiff' ? bytes + (await animated(file)) : bytes;
}

for await (const path of createInterface({ input: process.stdin })) {
  const file = await readFile(path);
  const cpu = process.cpuUsage();
  const wall = process.hrtime.bigint();
  const bytes = await work(file);
  const used = process.cpuUsage(cpu);
  const micros = (process.hrtime.bigint() - wall) / 1000n;
  console.log(`${used.user + used.system} ${micros} ${bytes}`);
}
