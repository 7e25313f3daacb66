import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { manifestOf } from './scorm.mjs';

const schema = (name) => ({
  fileName: name,
  contents: readFileSync(new URL(`../src/scorm/schema/${name}`, import.meta.url), 'utf8'),
});

const faultsOf = async (contents) => {
  const { errors } = await validateXML({
    xml: { fileName: 'imsmanifest.xml', contents },
    schema: schema('imscp_rootv1p1p2.xsd'),
    preload: schema('adlcp_rootv1p2.xsd'),
  });
  return errors.map(({ message }) => message);
};

test('the manifest is one of SCORM 1.2', async () => {
  expect(await faultsOf(manifestOf('0.1.0'))).toEqual([]);
});

test.each([
  ['without a resource that is a page of its own', 'adlcp:scormtype="sco"', 'adlcp:scormtype="page"'],
  ['without organizations', /<organizations[\s\S]*<\/organizations>/, ''],
  ['with an item of a resource that is not there', 'identifierref="page"', 'identifierref="other"'],
  ['with a file without an address', ' href="sco.js"', ''],
])('a manifest %s is none', async (_, from, to) => {
  const manifest = manifestOf('0.1.0');
  expect(manifest.replace(from, to)).not.toBe(manifest);
  expect(await faultsOf(manifest.replace(from, to))).not.toEqual([]);
});
