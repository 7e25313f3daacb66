// Shows the page that reads answers, in the theme and the language that the query of the address names.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AnswersPage } from './AnswersPage.tsx';

export function showAnswers(root: HTMLElement): void {
  const query = new URLSearchParams(location.search);
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  // In the file of the lab its first picture stands there, unseen.
  root.replaceChildren();
  delete document.documentElement.dataset.other;
  createRoot(root).render(
    <StrictMode>
      <AnswersPage language={query.get('lang') ?? undefined} />
    </StrictMode>,
  );
}
