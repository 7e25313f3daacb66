// The glossary: what the words mean that one has to know, and what to read next.

import css from './Glossary.module.css';
import { useGlossaryText } from './words.ts';

export function GlossaryPanel() {
  const { terms, reading } = useGlossaryText();
  return (
    <div className={css.glossary}>
      <dl className={css.terms}>
        {Object.entries(terms).map(([id, { term, meaning }]) => (
          <div key={id}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h2>{reading.title}</h2>
      <ul>
        {[...reading.books, ...reading.papers].map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </div>
  );
}
