// What was wrong with the link or a message: one bar that can be dismissed.

import { useLab, useLabState } from '../LabContext.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Notices.module.css';

export function Notices({ className }: { readonly className?: string | undefined }) {
  const lab = useLab();
  const { page } = useText();
  const notices = useLabState((state) => state.notices);
  return (
    <div className={className} role="status" aria-label={page.notices}>
      {notices.length > 0 && (
        <div className={css.notices}>
          <ul>
            {notices.map((notice, index) => (
              <li key={index}>{notice}</li>
            ))}
          </ul>
          <button type="button" onClick={() => lab.dismissNotices()}>
            {page.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}
