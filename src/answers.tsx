// The page that reads answers as a page of its own.

import { present } from './training/present.ts';
import { showAnswers } from './ui/answers/showAnswers.tsx';

showAnswers(present(document.getElementById('root')));
