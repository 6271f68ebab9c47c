import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { pagesOnDisk } from './support/disk.ts';
import { expect, test } from './support/network.ts';
import { beginAdding, goTo, save, startMine, tick, unlock } from './support/person.ts';
import { press, toLook, toWhat } from './support/showing.ts';

// A trace fetches every blob: address that it sees, which the policy stops: then the net would catch Playwright.
test.use({ trace: 'off' });

const crc = (bytes: Uint8Array): number => {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
};
const chunk = (type: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type), body]);
  const [length, end] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  end.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, end]);
};

/** A PNG of one tone and its clear ground: grey 0 with no cover. Small in bytes, however many pixels it has. */
const clearPng = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // One bit a pixel, grey; tRNS says that grey 0, which is all of it, is clear.
  head.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('tRNS', Buffer.alloc(2)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const pdf = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
% ${'a letter of some length '.repeat(8_000)}
%%EOF`,
);

const give = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer });

const photo = (page: Page) => page.getByRole('img', { name: 'Photo: Photo or PDF' });

/** The picture as the browser unpacks it: its size, and the light of its first point. */
const lookAt = (page: Page) =>
  photo(page).evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const point = [...pen.getImageData(0, 0, 1, 1).data];
    return { width: image.naturalWidth, height: image.naturalHeight, point };
  });

test('a photo and a PDF are kept, open with no network, and go for good', async ({ page, context }) => {
  await startMine(page);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  // One thing first, so that what comes once (the day, the storage's promise) is on disk.
  await beginAdding(page, 'A note');
  await save(page);
  await goTo(page, 'Today');
  await expect(page.getByText('This browser may clear what you keep')).toBeVisible();
  const before = new Set(await pagesOnDisk(page));

  await beginAdding(page, 'A letter, photo or PDF');
  await give(page, 'IMG_2041.png', 'image/png', clearPng(4000, 3000));
  // Downscaled, and on white: a JPEG has no clear ground.
  await expect(photo(page)).toBeVisible();
  expect(await lookAt(page)).toEqual({ width: 1600, height: 1200, point: [255, 255, 255, 255] });
  await page.getByLabel('What is it?', { exact: true }).fill('My card');
  await save(page);

  await beginAdding(page, 'A letter, photo or PDF');
  // Some phones give a file no type: its first bytes say what it is.
  await give(page, 'letter', '', pdf);
  await expect(page.getByTitle('PDF: Photo or PDF', { exact: true })).toBeVisible();
  await page.getByLabel('What is it?', { exact: true }).fill('My scan');
  await save(page);
  const withFiles = await pagesOnDisk(page);
  const written = withFiles.filter(print => !before.has(print));
  // In pages of their own, all of one size.
  expect(written.length).toBeGreaterThan(Math.ceil(pdf.length / 65_536) + 1);
  expect(withFiles.filter(print => !print.startsWith('65536:'))).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  await unlock(page);
  const openPaper = async (name: string) => {
    await goTo(page, 'Mine');
    await page.getByRole('searchbox').fill(name);
    await expect(page.getByText('1 thing found')).toBeVisible();
    await page.getByRole('main').getByRole('listitem').getByRole('button').click();
    await expect(page.getByRole('main')).toContainText(name);
  };
  await openPaper('My card');
  expect(await lookAt(page)).toMatchObject({ width: 1600, height: 1200 });
  await openPaper('My scan');
  await expect(page.getByTitle('PDF: Photo or PDF', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('link', { name: 'Save a copy' }).click(),
  ]);
  // A file name stays readable outside, so it says nothing.
  expect(copy.suggestedFilename()).toBe('copy.pdf');
  expect(Buffer.concat(await (await copy.createReadStream()).toArray()).equals(pdf)).toBe(true);

  // Deleted with its photo, undone with its photo, and deleted for good.
  await openPaper('My card');
  const remove = async () => {
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('Deleted', { exact: true })).toBeVisible();
  };
  await remove();
  await page.getByRole('button', { name: 'Undo' }).click();
  await openPaper('My card');
  expect(await lookAt(page)).toMatchObject({ width: 1600, height: 1200 });
  await remove();
  await openPaper('My scan');
  await remove();
  // What held them, sealed as it was, is nowhere any more.
  const left = new Set(await pagesOnDisk(page));
  expect(written.filter(print => left.has(print))).toEqual([]);
  await page.reload();
  await unlock(page);
  await goTo(page, 'Mine');
  await page.getByRole('searchbox').fill('My');
  await expect(page.getByText('Nothing found')).toBeVisible();
});

const hostile: [what: string, name: string, type: string, bytes: () => Buffer, says: RegExp][] = [
  [
    'a page',
    'photo.jpg',
    'image/jpeg',
    () => Buffer.from('<script>window.ran = 1</script>'),
    /can’t read that file/,
  ],
  [
    'a drawing with a script',
    'drawing.svg',
    'image/svg+xml',
    () =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="window.ran=1"><script>window.ran=1</script>
        <image href="http://elsewhere.invalid/a.png" width="9" height="9"/></svg>`,
      ),
    /can’t read that file/,
  ],
  [
    'a page called a PDF',
    'letter.pdf',
    'application/pdf',
    () => Buffer.from('<script>window.ran = 1</script>'),
    /can’t read that file/,
  ],
  ['nothing at all', 'photo.jpg', 'image/jpeg', () => Buffer.alloc(0), /can’t read that file/],
  [
    'a picture cut short',
    'photo.png',
    'image/png',
    () => clearPng(400, 300).subarray(0, 30),
    /can’t read that file/,
  ],
  // 40 kB that unpack to 576 MB.
  [
    'a picture that would fill the memory',
    'photo.png',
    'image/png',
    () => clearPng(12_000, 12_000),
    /too big/,
  ],
  [
    'a PDF over 10 MB',
    'letter.pdf',
    'application/pdf',
    () => Buffer.concat([pdf, Buffer.alloc(10_000_000)]),
    /too big/,
  ],
];

test('what is no photo and no PDF is refused in plain words, and nothing of it stays', async ({ page }) => {
  await startMine(page);
  await beginAdding(page, 'A letter, photo or PDF');
  await page.getByLabel('What is it?', { exact: true }).fill('Typed before');
  for (const [what, name, type, bytes, says] of hostile) {
    await test.step(what, async () => {
      await give(page, name, type, bytes());
      const said = page.locator('[role=alert]:not([data-read])');
      await expect(said).toContainText(says);
      await expect(said).toContainText('Nothing else is lost');
      await expect(photo(page)).toHaveCount(0);
      await said.evaluate(note => note.setAttribute('data-read', ''));
    });
  }
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);

  // A good one takes the refusal away. Taken out again, it goes from the disk with the next unlock.
  const before = new Set(await pagesOnDisk(page));
  await give(page, 'good.png', 'image/png', clearPng(8, 8));
  await expect(photo(page)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  const loose = (await pagesOnDisk(page)).filter(print => !before.has(print));
  expect(loose.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(photo(page)).toHaveCount(0);
  await expect(page.getByLabel('What is it?', { exact: true })).toHaveValue('Typed before');
  await save(page);
  await page.reload();
  await unlock(page);
  await expect.poll(async () => (await pagesOnDisk(page)).filter(print => loose.includes(print))).toEqual([]);
});

test('a photo that goes stands on paper as well; large text and paper say what they leave out', async ({
  page,
}) => {
  await startMine(page);
  for (const [name, type, bytes] of [
    ['Script', 'image/png', clearPng(600, 800)],
    ['Letter', 'application/pdf', pdf.subarray(0, 9_000)],
  ] as const) {
    await beginAdding(page, 'A letter, photo or PDF');
    await give(page, name, type, bytes);
    await page.getByLabel('What is it?', { exact: true }).fill(name);
    await save(page);
    await goTo(page, 'Mine');
  }
  await toWhat(page, 'A doctor or nurse');
  await press(page, 'Pick from everything');
  for (const name of ['Script', 'Letter']) await page.locator('label.pick', { hasText: name }).click();
  await tick(page, 'Send photos and files too');
  await toLook(page);
  await expect(page.getByRole('img', { name: 'Photo: Script' })).toBeVisible();
  // As the browser finds the page when it is asked to print it.
  const printed = page.evaluate(
    () =>
      new Promise<[number[], string]>(found => {
        window.print = () => {
          const sheet = document.querySelector<HTMLElement>('.on-paper')!;
          const photos = Array.from(sheet.querySelectorAll('img'), ({ naturalWidth }) => naturalWidth);
          found([photos, sheet.textContent!]);
        };
      }),
  );
  await press(page, 'Print');
  const [photos, words] = await printed;
  expect(photos).toEqual([600]);
  expect(words).toMatch(/1 photo or file is not in this\.$/);
  await press(page, 'As large text');
  await expect(page.getByText('2 photos or files are not in this.')).toBeVisible();
});
