// The page of a lab, with all that its components ask for.

import { StrictMode } from 'react';
import type { HostStore, HostWishes } from '../embed/wishes.ts';
import type { Lab } from '../lab/lab.ts';
import { App } from './App.tsx';
import { HostContext } from './host/HostContext.tsx';
import { LabContext } from './LabContext.tsx';
import { type Scene, SceneContext } from './plots/scene.ts';

export interface LabPageProps {
  readonly lab: Lab;
  readonly host: HostStore;
  readonly scene: Scene;
  readonly wishes: HostWishes;
}

export function LabPage({ lab, host, scene, wishes: { theme, language } }: LabPageProps) {
  return (
    <StrictMode>
      <LabContext value={lab}>
        <HostContext value={host}>
          <SceneContext value={scene}>
            <App theme={theme === 'auto' ? 'system' : theme} {...(language !== null && { language })} />
          </SceneContext>
        </HostContext>
      </LabContext>
    </StrictMode>
  );
}
