// A SCORM 1.2 package of the built lab: node scripts/scorm.mjs [folder] [file] [lesson,lesson ...]
// Without lessons it holds all of them. The same lab gives the same bytes.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { build } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const files = ['index.html', 'sco.js', 'minibatch-lab.html'];

/** @param version of the lab, a part of the package's name */
export const manifestOf = (version) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="minibatch-lab" version="${version}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="lab">
    <organization identifier="lab">
      <title>Minibatch Lab</title>
      <item identifier="lessons" identifierref="page" isvisible="true">
        <title>Minibatch Lab</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="${files[0]}">
${files.map((file) => `      <file href="${file}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;

/** The script of the package's page. */
async function buildScript() {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { 'import.meta.env.MODE': '"scorm"' },
    build: {
      write: false,
      target: ['chrome120', 'firefox128', 'safari17.4'],
      copyPublicDir: false,
      lib: { entry: join(root, 'src/scorm/sco.ts'), formats: ['iife'], name: 'MinibatchLab' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return [built].flat()[0].output[0].code;
}

/** @param lessons keys of the lessons that it holds, all where there are none */
export async function buildScorm({ folder, file, lessons = [] }) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const page = readFileSync(join(root, 'src/scorm/index.html'), 'utf8');
  const named = page.replace('name="lessons" content=""', `name="lessons" content="${lessons.join(',')}"`);
  // A zip says when a file was last changed, from 1980 on and in local time.
  const mtime = new Date(2026, 0, 1);
  const contents = {
    'imsmanifest.xml': strToU8(manifestOf(version)),
    'index.html': strToU8(named),
    'sco.js': strToU8(await buildScript()),
    'minibatch-lab.html': new Uint8Array(readFileSync(join(folder, 'minibatch-lab.html'))),
  };
  writeFileSync(file, zipSync(contents, { level: 9, mtime }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const [folder = 'dist', file = join(folder, 'minibatch-lab-scorm.zip'), lessons = ''] = process.argv.slice(2);
  await buildScorm({
    folder: resolve(folder),
    file: resolve(file),
    lessons: lessons.split(',').filter((key) => key !== ''),
  });
}
