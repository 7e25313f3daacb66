// The exports of the dialog, asked for by the page around this one and answered as plain data.

import type { ExportRun } from '../../embed/commands.ts';
import type { ExportedFile } from '../../embed/told.ts';
import type { HostStore } from '../../embed/wishes.ts';
import type { Lab } from '../../lab/lab.ts';
import type { Scene } from '../plots/scene.ts';
import { chooseLanguage, english, loadLanguage } from '../text/language.ts';
import { type ExportKind, exportFile, exportKinds } from './exportFile.ts';

const isKind = (name: string): name is ExportKind => (exportKinds as readonly string[]).includes(name);

export async function exportForHost(
  lab: Lab,
  scene: Scene,
  host: HostStore,
  ...[format, { scale, library }]: Parameters<ExportRun>
): Promise<ExportedFile | null> {
  const kind = format === 'script' ? library : format;
  if (!isKind(kind)) return null;
  const { language } = host.getState();
  const { text } = await loadLanguage(chooseLanguage(language === null ? navigator.languages : [language])).catch(
    () => english,
  );
  const {
    name,
    content,
    text: written,
  } = await exportFile(lab, scene, kind, scale, document.documentElement, text.page.title);
  return {
    name,
    type: content.type,
    ...(written === null ? { dataUrl: await dataUrlOf(content) } : { text: written }),
  };
}

function dataUrlOf(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(content);
  });
}
