// Reads the link, connects the trainer, and renders the page.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { defaultSpeed, defaultStepLimit } from './lab/defaults.ts';
import { defaultView, Lab } from './lab/lab.ts';
import { syncLink } from './lab/linkSync.ts';
import { parseLink } from './lab/url.ts';
import { App } from './ui/App.tsx';
import { LabContext } from './ui/LabContext.tsx';
import { connectTrainer } from './worker/connect.ts';

const { config, hyperparameters, refused } = parseLink(location.hash);

const lab = new Lab({
  connect: connectTrainer,
  initial: {
    config,
    hyperparameters,
    examples: null,
    stepCount: 0,
    cursor: 0,
    fullLossCount: 0,
    detail: null,
    status: 'ready',
    stepLimit: defaultStepLimit,
    speed: defaultSpeed,
    view: defaultView(config),
    surface: null,
    phase: null,
    notices: refused,
  },
});
syncLink(lab, window);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LabContext value={lab}>
      <App />
    </LabContext>
  </StrictMode>,
);
