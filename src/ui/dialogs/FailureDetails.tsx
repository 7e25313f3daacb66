// What is known of a breakdown, to copy into a report.

import { CopyText } from './CopyText.tsx';
import { useDialogText } from './text.ts';

export function FailureDetails({ text }: { readonly text: string }) {
  const { failureDetails } = useDialogText();
  return <CopyText label={failureDetails} text={text} rows={3} />;
}
