// A course page made with React: one lab that follows the page's settings, one that goes its own way, and many that come
// and go.

import { type LabHandle, MinibatchLab, type Settings } from 'minibatch-lab/react';
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [settings, setSettings] = useState<Settings>({ problem: 'sine-fit', batchSize: 4, seed: 3 });
  const [steps, setSteps] = useState(0);
  const [fault, setFault] = useState('');
  const [count, setCount] = useState(1);
  const lab = useRef<LabHandle>(null);
  return (
    <>
      <button type="button" onClick={() => setSettings({ ...settings, learningRate: 0.02 })}>
        Slower
      </button>
      <button type="button" onClick={() => lab.current?.takeSteps(5)}>
        Five steps
      </button>
      <button type="button" onClick={() => setSettings({ ...settings, learningRate: -1 })}>
        Impossible
      </button>
      <button type="button" onClick={() => setCount(count === 0 ? 1 : 0)}>
        Come and go
      </button>
      <output>{`${steps} steps, rate ${settings.learningRate ?? 'as it is'} ${fault}`}</output>
      {Array.from({ length: count }, (_, index) => (
        <MinibatchLab
          key={index}
          ref={lab}
          settings={settings}
          hide={['menu']}
          title="Controlled"
          onChange={({ settings: { learningRate } }) =>
            setSettings((before) => ({ ...before, learningRate: Number(learningRate) }))
          }
          onSteps={({ step }) => setSteps(step)}
          onError={setFault}
        />
      ))}
      <MinibatchLab
        initialSettings={{ problem: 'line-fit', layers: [4, 2] }}
        title="On its own"
        height={400}
        theme="dark"
      />
    </>
  );
}

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
