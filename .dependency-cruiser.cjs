// The rooms and arrows of ARCHITECTURE.md. An arrow that is not listed here does not exist.
const rooms = {
  lib: [],
  domain: ['lib'],
  crypto: ['lib'],
  store: ['lib'],
  vault: ['crypto', 'store', 'lib'],
  backup: ['crypto', 'lib'],
  share: ['domain', 'crypto', 'lib'],
  outside: ['domain', 'crypto', 'lib'],
  scan: ['lib'],
  app: ['vault', 'backup', 'share', 'outside', 'domain', 'crypto', 'store', 'lib'],
  'ui/words': ['domain', 'lib'],
  'ui/parts': ['ui/words', 'share', 'scan', 'domain', 'lib'],
  'ui/reader': ['ui/parts', 'ui/words', 'share', 'scan', 'domain', 'lib'],
  'ui/passport': ['ui/reader', 'ui/parts', 'ui/words', 'app', 'share', 'scan', 'domain', 'lib'],
  sw: [],
};

const arrows = Object.entries(rooms).map(([room, may]) => ({
  name: `${room} reaches only ${may.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...may].map(r => `^src/${r}/`) },
}));

// One gate per dangerous dependency: [package, the only room that may import it].
const gates = [
  ['libsodium-wrappers-sumo', 'src/crypto/'],
  ['idb', 'src/store/'],
  ['fflate', 'src/share/'],
  ['@scure/bip39', 'src/backup/'],
  ['shamir-secret-sharing', 'src/backup/'],
  ['zxing-wasm', 'src/scan/'],
  ['workbox-(core|precaching|routing)', 'src/sw/'],
].map(([name, gate]) => ({
  name: `${name} only in ${gate}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^${gate}` },
  to: { path: `(^|node_modules/)${name}/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    ...gates,
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing unresolved',
      severity: 'error',
      from: {},
      // What Vite adds to the name of a package's file, no package exports.
      to: { couldNotResolve: true, pathNot: '^virtual:|^zxing-wasm/.*\\.wasm\\?url$' },
    },
    {
      name: 'framework stays out of the domain',
      severity: 'error',
      from: { path: '^src/(lib|domain|crypto|store|vault|share|outside|scan|app)/' },
      to: {
        path: 'node_modules/(preact|@preact/[^/]+|@lingui/[^/]+)/',
        pathNot: 'node_modules/@preact/signals-core/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
