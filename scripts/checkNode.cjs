// Says so in one sentence when this Node is too old. Plain ES5 in CommonJS, so that an old Node can read it.
'use strict';

var version = process.versions.node;
var major = Number(version.split('.')[0]);
var minor = Number(version.split('.')[1]);

if (major < 20 || (major === 20 && minor < 19)) {
  // biome-ignore lint/style/useTemplate: an old Node cannot read a template.
  console.error('Minibatch Lab needs Node 20.19 or newer; this is Node ' + version + '.');
  console.error('Install a current one from https://nodejs.org/ (or run "nvm install 20") and try again.');
  process.exit(1);
}
