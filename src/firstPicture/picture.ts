// The first picture as HTML, for the build to put into the page's file.

import { writePicture } from './writePicture.ts';

export const picture = await writePicture();
