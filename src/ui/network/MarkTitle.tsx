// Why the weights cannot be dragged in the plane that is shown, for whoever points at them.

import { useNetworkText } from './words.ts';

export function MarkTitle() {
  const { plane } = useNetworkText();
  return <title>{plane.fixed}</title>;
}
