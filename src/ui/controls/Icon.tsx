// The few pictures on buttons, drawn in the colour of their text.

const paths = {
  play: 'M5 3.2v9.6c0 .5.5.8.9.5l7.2-4.8c.4-.2.4-.8 0-1L5.900 2.700c-.4-.3-.9 0-.9.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  step: 'M4 3.200v9.600c0 .5.5.8.9.5L11 8.500V13h2V3h-2v4.500L4.900 2.700c-.4-.3-.9 0-.9.5z',
  stepBack: 'M12 3.200v9.600c0 .5-.5.8-.9.5L5 8.500V13H3V3h2v4.500l6.100-4.800c.4-.3.9 0 .9.5z',
  nextEpoch:
    'M2 3.200v9.600c0 .5.5.8.9.5L7 9.700v3.100c0 .5.5.8.9.5L12 9.700V13h2V3h-2v3.300L7.900 2.700c-.4-.3-.9 0-.9.5v3.100L2.900 2.700c-.4-.3-.9 0-.9.5z',
  reset: 'M8 2.500a5.500 5.500 0 0 0-4 1.700V2H2.500v5h5V5.500H4.900A4 4 0 1 1 4 8H2.500A5.500 5.500 0 1 0 8 2.500z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" width="1em" height="1em" fill="currentColor" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
