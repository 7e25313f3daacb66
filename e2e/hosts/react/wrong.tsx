// What the compiler refuses: a name that is no setting, a value that is none of it, and both at once.

import { MinibatchLab } from 'minibatch-lab/react';

export const wrongName = <MinibatchLab settings={{ learnRate: 0.1 }} />;
export const wrongValue = <MinibatchLab settings={{ problem: 'sinus' }} />;
export const wrongWish = <MinibatchLab theme="red" />;
