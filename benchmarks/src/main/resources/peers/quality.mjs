// Writes one picture as sharp writes it, at the qualities around the one in question.
import sharp from 'sharp';

const [picture, folder, format, ...qualities] = process.argv.slice(2);
for (const quality of qualities) {
  await sharp(picture)[format]({ quality: Number(quality) }).toFile(`${folder}/${quality}.${format}`);
}
