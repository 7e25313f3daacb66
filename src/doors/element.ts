// import 'minibatch-lab/element'
// Gives a page <minibatch-lab>, whose lab is the one of the package unless `src` names another. Importing it where there are
// no elements, as on a server, does nothing.

import { defineElement } from './labElement.ts';

defineElement(async () => ({ text: (await import('./page.ts')).page }));
