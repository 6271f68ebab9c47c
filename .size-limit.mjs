import { cameraFiles, filesOf, installedFiles } from './scripts/sizes.mjs';

const inDist = files => files.map(file => `dist/${file}`);
const code = files => files.filter(file => /\.(js|css)$/.test(file));

/** What someone who only reads a share never loads, or only once it shows. */
const apart = ['src/ui/reader/receive.tsx', 'src/ui/reader/give/give.tsx'];
const reader = filesOf('r.html', { later: true, without: apart });
const rest = filesOf('r.html', { later: true }).filter(file => !reader.includes(file));

export default [
  { name: 'passport, until the PIN', path: inDist(code(filesOf('index.html'))), gzip: true, limit: '25 kB' },
  {
    name: "reader's page, all it needs to show a share",
    path: inDist(reader),
    gzip: true,
    limit: '250 kB',
  },
  { name: 'receiving and giving back, beside it', path: inDist(rest), gzip: true, limit: '60 kB' },
  { name: 'the camera, on either page', path: inDist(cameraFiles()), gzip: true, limit: '440 kB' },
  { name: 'whole offline install', path: inDist(installedFiles()), gzip: true, limit: '900 kB' },
];
