// The text that the dialog is opened with: of a file that was chosen or dropped; empty where it is to be pasted.

import { createStore } from 'zustand/vanilla';

export const pendingTable = createStore(() => ({ text: '' }));
